using System.Globalization;

namespace Newswire.WebPush;

/// <summary>A text and its beginnings, cut where a reader sees one character end and the next begin (UAX #29).</summary>
internal sealed class ShortenedText(string text)
{
    private readonly int[] starts = StringInfo.ParseCombiningCharacters(text);

    /// <summary>All of it.</summary>
    public string Whole => text;

    /// <summary>How many characters a reader sees.</summary>
    public int Graphemes => starts.Length;

    /// <summary>The first graphemes, fewer than there are, and an ellipsis.</summary>
    public string Begin(int graphemes) => $"{text.AsSpan(0, starts[graphemes]).TrimEnd()}…";
}
