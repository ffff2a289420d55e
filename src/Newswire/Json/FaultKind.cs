namespace Newswire.Json;

/// <summary>The kinds of fault, in the order of how early they are found.</summary>
public enum FaultKind
{
    /// <summary>Another JSON type than the model has: the sender's code is wrong.</summary>
    Type,

    /// <summary>The right type with an unacceptable value.</summary>
    Value,

    /// <summary>More than is accepted at all.</summary>
    Size,
}
