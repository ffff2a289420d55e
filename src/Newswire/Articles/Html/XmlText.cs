using System.Buffers;
using System.Text;

namespace Newswire.Articles.Html;

/// <summary>
/// Keeps characters that XML 1.0 §2.2 forbids out of everything stored: one of them makes a whole feed unreadable.
/// </summary>
internal static class XmlText
{
    // Everything that may be forbidden; a surrogate is only when its other half is missing.
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(code => (char)code).Where(IsSuspect)]);

    /// <summary>True if XML 1.0 can carry the text as it is.</summary>
    public static bool IsClean(string text) => FirstForbidden(text, 0) < 0;

    /// <summary>The text without the characters XML 1.0 forbids; the same instance if it has none.</summary>
    public static string Clean(string text)
    {
        var forbidden = FirstForbidden(text, 0);
        if (forbidden < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        var from = 0;
        while (forbidden >= 0)
        {
            clean.Append(text, from, forbidden - from);
            from = forbidden + 1;
            forbidden = FirstForbidden(text, from);
        }

        return clean.Append(text, from, text.Length - from).ToString();
    }

    private static int FirstForbidden(string text, int from)
    {
        while (true)
        {
            var offset = text.AsSpan(from).IndexOfAny(Suspects);
            if (offset < 0)
            {
                return -1;
            }

            var at = from + offset;
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return at;
            }

            from = at + 2;
        }
    }

    private static bool IsSuspect(char c) =>
        (c < ' ' && c is not ('\t' or '\n' or '\r')) || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF';
}
