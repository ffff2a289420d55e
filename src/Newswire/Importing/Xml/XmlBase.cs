using System.Xml.Linq;

namespace Newswire.Importing.Xml;

/// <summary>Where relative addresses start in a part of a document (XML Base).</summary>
internal static class XmlBase
{
    /// <summary><c>xml:base</c>.</summary>
    public static readonly XName Name = XNamespace.Xml + "base";

    /// <summary>The base inside an element that may name its own, which is relative to the one around it.</summary>
    public static Uri? Within(Uri? around, string? own) =>
        own is null ? around
        : around is { IsAbsoluteUri: true } && Uri.TryCreate(around, own, out var joined) ? joined
        : Uri.TryCreate(own, UriKind.Absolute, out var alone) && alone.Scheme is "http" or "https" ? alone
        : around;

    /// <summary>The base that holds in an element, which is that of the document unless it or one around it says otherwise.</summary>
    public static Uri? Of(XElement element, Uri? document)
    {
        var scope = document;
        foreach (var around in element.AncestorsAndSelf().Reverse())
        {
            scope = Within(scope, around.Attribute(Name)?.Value);
        }

        return scope;
    }
}
