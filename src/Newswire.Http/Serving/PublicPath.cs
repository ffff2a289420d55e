using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.Http.Serving;

/// <summary>A public document's path in URLs is its name in storage; only the home page's is the root.</summary>
internal static class PublicPath
{
    /// <summary>The object with this path, whether or not there is or can be one.</summary>
    public static ObjectPath ToObject(string path) =>
        path.Length > 1 ? new ObjectPath(Containers.Public, path[1..]) : ObjectPaths.HomePage;

    /// <summary>The path, not percent-encoded: the form in which the server hands over a request's.</summary>
    public static string Of(ObjectPath document) => document == ObjectPaths.HomePage ? "/" : "/" + document.Name;

    /// <summary>The path, percent-encoded, as in a <c>Location</c>.</summary>
    public static string Encode(ObjectPath document) =>
        string.Join('/', Of(document).Split('/').Select(Uri.EscapeDataString));

    /// <summary>What the document is for.</summary>
    public static DocumentKind KindOf(ObjectPath document) => document.Name switch
    {
        _ when document.Container == Containers.Partners => DocumentKind.PartnerFeed,
        _ when document == ObjectPaths.StyleSheet => DocumentKind.StyleSheet,
        var name when name.EndsWith(".html", StringComparison.Ordinal) => DocumentKind.Page,
        var name when !name.StartsWith("feeds/", StringComparison.Ordinal) => DocumentKind.Index,
        var name when name.Contains("/archive/", StringComparison.Ordinal) => DocumentKind.Archive,
        _ => DocumentKind.Feed,
    };
}
