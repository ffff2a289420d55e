using System.Xml.Linq;

namespace Newswire.Importing.WordPress;

/// <summary>Finds the elements of WordPress eXtended RSS in whichever of its versions.</summary>
internal static class Wxr
{
    private const string Export = "http://wordpress.org/export/";

    /// <summary>Whether a file that begins so is an export of WordPress.</summary>
    public static bool IsNamedIn(string start) => start.Contains(Export, StringComparison.Ordinal);

    /// <summary>Whether it is the element of this name in the namespace of the export.</summary>
    public static bool Is(XElement element, string name) =>
        element.Name.LocalName == name && element.Name.NamespaceName.StartsWith(Export, StringComparison.Ordinal);

    /// <summary>The children of this name in the namespace of the export.</summary>
    public static IEnumerable<XElement> All(XElement item, string name) => item.Elements().Where(child => Is(child, name));

    /// <summary>The text of the first of them; null when there is none.</summary>
    public static string? Text(XElement item, string name) =>
        All(item, name).FirstOrDefault()?.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The text of <c>content:encoded</c> or <c>excerpt:encoded</c>.</summary>
    public static string? Encoded(XElement item, string vocabulary) =>
        item.Elements().FirstOrDefault(child =>
            child.Name.LocalName == "encoded" && child.Name.NamespaceName.Contains(vocabulary, StringComparison.Ordinal))?.Value;

    /// <summary>The value of the post's meta with the first of these keys that has one.</summary>
    public static string? Meta(XElement item, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            foreach (var meta in All(item, "postmeta"))
            {
                if (Text(meta, "meta_key") == key && Text(meta, "meta_value") is { } value)
                {
                    return value;
                }
            }
        }

        return null;
    }
}
