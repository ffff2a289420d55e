using System.Xml;

namespace Newswire.Formats;

/// <summary>The characters XML 1.0 §2.2 allows.</summary>
internal static class XmlCharacters
{
    /// <summary>
    /// The text with U+FFFD for each character that is not allowed. For what the library's writers write: they throw at
    /// such a character or write a document that cannot be read.
    /// </summary>
    public static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsAllowed(text, i))
            {
                return string.Concat(text.Select((unit, at) => IsAllowed(text, at) ? unit : '\uFFFD'));
            }
        }

        return text;
    }

    private static bool IsAllowed(string text, int at) =>
        XmlConvert.IsXmlChar(text[at])
        || (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        || (char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1]));
}
