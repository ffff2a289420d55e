using System.Globalization;
using Newswire.Articles;
using Newswire.Articles.Html;

namespace Newswire.Partners.Profiles;

/// <summary>Plain text of a length that a partner wants.</summary>
internal static class Excerpt
{
    private const string Ellipsis = "…";

    // A word is not longer; where none ends so soon, the script puts no space between them.
    private const int LongestWord = 60;

    /// <summary>
    /// The standfirst, and where it is too short as much of the body after it as it takes, up to the end of a word. Shorter
    /// if there is no more.
    /// </summary>
    /// <param name="article">The article.</param>
    /// <param name="min">Characters of Unicode.</param>
    public static string NoShorterThan(Article article, int min)
    {
        var standfirst = article.Standfirst ?? "";
        var missing = min - standfirst.EnumerateRunes().Count();
        if (missing <= 0 || RunningText.Of(article.Body) is not { Length: > 0 } body)
        {
            return standfirst;
        }

        var joint = standfirst.Length == 0 ? "" : char.IsPunctuation(standfirst[^1]) ? " " : " – ";
        return standfirst + joint + Begin(body, missing - joint.Length);
    }

    /// <summary>The text, cut with an ellipsis if it has more characters than that, as a reader counts them.</summary>
    public static string NoLongerThan(string text, int max)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        return starts.Length <= max ? text : $"{text.AsSpan(0, starts[max - 1]).TrimEnd()}{Ellipsis}";
    }

    private static string Begin(string text, int min)
    {
        var end = 0;
        foreach (var rune in text.EnumerateRunes().Take(min))
        {
            end += rune.Utf16SequenceLength;
        }

        if (end == text.Length)
        {
            return text;
        }

        var rest = text.AsSpan(end);
        var space = rest.IndexOf(' ');
        if (space < 0 && rest.Length <= LongestWord)
        {
            return text;
        }

        end += space is >= 0 and <= LongestWord ? space : StringInfo.GetNextTextElementLength(rest);
        return text[..end] + Ellipsis;
    }
}
