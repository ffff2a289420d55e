namespace Newswire.Http.Serving;

/// <summary>What the preconditions of a request come to (RFC 9110 §13.2.2).</summary>
internal enum Precondition
{
    /// <summary>The request is done as if there were none.</summary>
    Met,

    /// <summary>The client has the document already: 304.</summary>
    NotModified,

    /// <summary>The client wants another version than there is: 412.</summary>
    Failed,
}
