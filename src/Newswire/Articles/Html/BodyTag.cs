using System.Net;

namespace Newswire.Articles.Html;

/// <summary>A tag of a clean body, in which text holds no "&lt;" and every attribute is quoted.</summary>
/// <param name="Name">The element.</param>
/// <param name="IsEnd">Whether it ends the element.</param>
/// <param name="Markup">The tag as it stands in the body.</param>
internal readonly record struct BodyTag(string Name, bool IsEnd, string Markup)
{
    /// <summary>Reads the tag that begins at <paramref name="at"/>; one that never ends goes to the end of the body.</summary>
    public static BodyTag Read(string body, int at)
    {
        // A quoted value may hold ">", but no quote.
        var end = at;
        for (var isQuoted = false; end < body.Length && (isQuoted || body[end] != '>'); end++)
        {
            isQuoted ^= body[end] == '"';
        }

        var markup = body[at..Math.Min(end + 1, body.Length)];
        var isEnd = markup.StartsWith("</", StringComparison.Ordinal);
        var name = markup.AsSpan(isEnd ? 2 : 1);
        return new BodyTag((name.IndexOfAny(' ', '>') is >= 0 and var length ? name[..length] : name).ToString(), isEnd, markup);
    }

    /// <summary>The attribute's value; null if the tag has none of that name.</summary>
    public string? Value(string attribute)
    {
        var before = $" {attribute}=\"";
        if (Markup.IndexOf(before, StringComparison.Ordinal) is not (>= 0 and var at))
        {
            return null;
        }

        var value = Markup[(at + before.Length)..];
        return WebUtility.HtmlDecode(value.IndexOf('"') is >= 0 and var end ? value[..end] : value);
    }
}
