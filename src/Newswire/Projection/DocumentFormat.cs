using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>In what format a public document is, as measurements tell it.</summary>
internal static class DocumentFormat
{
    /// <summary>The ending of its name: <c>rss</c>, <c>atom</c>, <c>json</c>, <c>html</c>, …</summary>
    public static string Of(ObjectPath path) => path.Name[(path.Name.LastIndexOf('.') + 1)..];
}
