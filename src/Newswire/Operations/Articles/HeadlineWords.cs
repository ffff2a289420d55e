using Newswire.Feeds;

namespace Newswire.Operations.Articles;

/// <summary>The words that a headline has to have. Case and accents do not matter, nor does their order. Pure.</summary>
internal sealed class HeadlineWords
{
    /// <summary>The most words that count.</summary>
    private const int MaxWords = 12;

    private readonly IReadOnlyList<(string Word, string Plain)> words;

    /// <param name="text">What somebody typed.</param>
    public HeadlineWords(string text) => words =
    [
        .. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MaxWords).Select(word => (word, Slug.From(word))),
    ];

    /// <summary>Whether the headline has all of them; every headline has none.</summary>
    public bool AreIn(string? headline) => words.Count == 0 || (headline is not null && words.All(word => Has(headline, word)));

    private static bool Has(string headline, (string Word, string Plain) sought) =>
        headline.Contains(sought.Word, StringComparison.OrdinalIgnoreCase)
        || headline.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Any(word => Slug.From(word).Contains(sought.Plain, StringComparison.Ordinal));
}
