using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace Newswire.Articles.Html;

/// <summary>
/// One line of plain text from a field that newsrooms fill with plain text, with HTML, or with either: headline,
/// standfirst, caption, credit, name.
/// </summary>
internal static class PlainText
{
    private const int LongestReference = 33;

    private static readonly SearchValues<char> EndOfName = SearchValues.Create(" \t\n\r\f/>");
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>
    /// The words: tags and character references resolved if the field looks like HTML, white space collapsed, characters
    /// that XML forbids removed. Empty if nothing remains.
    /// </summary>
    public static string From(string text) => OneLine(LooksLikeHtml(text) ? WithoutMarkup(text) : text);

    /// <summary>As <see cref="From"/> for a field that may be missing; null if nothing remains.</summary>
    public static string? OrNull(string? text) => text is null ? null : From(text) is { Length: > 0 } words ? words : null;

    /// <summary>
    /// Plain text in a form of which <see cref="From"/> makes the same text again: words that look like HTML are escaped.
    /// </summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? AsSent(string? text) => text is not null && LooksLikeHtml(text)
        ? text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        : text;

    /// <summary>Text known to hold no markup on one line, without what XML forbids.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, 1024));
        var space = false;
        foreach (var c in XmlText.Clean(text))
        {
            if (char.IsWhiteSpace(c))
            {
                space = line.Length > 0;
                continue;
            }

            if (space)
            {
                line.Append(' ');
                space = false;
            }

            line.Append(c);
        }

        return line.Equals(text) ? text : line.ToString();
    }

    private static string WithoutMarkup(string html)
    {
        using var source = new TextSource(html);
        var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        var words = new StringBuilder(html.Length);
        string? unseen = null;
        while (true)
        {
            var token = tokenizer.Get();
            switch (token.Type)
            {
                case HtmlTokenType.EndOfFile:
                    return words.ToString();
                case HtmlTokenType.Character when unseen is null:
                    words.Append(token.Data);
                    break;
                case HtmlTokenType.StartTag:
                    words.Append(IsApart(token.Name) ? " " : "");
                    tokenizer.State = HtmlTree.ContentOf(token.Name);
                    unseen = tokenizer.State == HtmlParseMode.PCData ? unseen : token.Name;
                    break;
                case HtmlTokenType.EndTag:
                    words.Append(IsApart(token.Name) ? " " : "");
                    unseen = token.Name == unseen ? null : unseen;
                    break;
            }
        }
    }

    private static bool IsApart(string name) => name == "br" || HtmlNames.Blocks.Contains(name);

    /// <summary>"a &lt; b &amp; c" and "x&lt;y and y&gt;z" are words; a known tag or reference makes a field HTML.</summary>
    private static bool LooksLikeHtml(string text)
    {
        var lastEnd = text.LastIndexOf('>');
        for (var i = text.AsSpan().IndexOfAny('<', '&'); i >= 0;)
        {
            var rest = text.AsSpan(i + 1);
            if (text[i] == '<' ? i < lastEnd && StartsTag(rest) : StartsReference(rest))
            {
                return true;
            }

            var next = rest.IndexOfAny('<', '&');
            i = next < 0 ? -1 : i + 1 + next;
        }

        return false;
    }

    private static bool StartsTag(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("!--"))
        {
            return true;
        }

        rest = rest.StartsWith("/") ? rest[1..] : rest;
        var end = rest[..Math.Min(rest.Length, 32)].IndexOfAny(EndOfName);
        if (end <= 0 || !char.IsAsciiLetter(rest[0]))
        {
            return false;
        }

        var name = rest[..end];
        return name.IndexOfAny('-', ':') > 0 || HtmlNames.Known.Contains(name.ToString().ToLowerInvariant());
    }

    private static bool StartsReference(ReadOnlySpan<char> rest)
    {
        var end = rest[..Math.Min(rest.Length, LongestReference)].IndexOf(';');
        if (end < 2)
        {
            return false;
        }

        var name = rest[..end];
        if (name[0] != '#')
        {
            return HtmlEntityProvider.Resolver.GetSymbol(name.ToString() + ";") is not null;
        }

        return name[1] is 'x' or 'X'
            ? name.Length > 2 && !name[2..].ContainsAnyExcept(HexDigits)
            : !name[1..].ContainsAnyExceptInRange('0', '9');
    }
}
