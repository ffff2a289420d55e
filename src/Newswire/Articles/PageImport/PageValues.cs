using System.Globalization;
using Newswire.Articles.Html;

namespace Newswire.Articles.PageImport;

/// <summary>Reads the values pages write as text, whichever attribute they stand in.</summary>
internal static class PageValues
{
    private const int MaxListed = 64;

    /// <summary>A moment; one without offset is taken as UTC. Null if the text is none.</summary>
    public static DateTimeOffset? Date(string? text) =>
        text is { Length: >= 8 and < 64 }
        && DateTimeOffset.TryParse(
            text.Trim(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var date)
            ? date
            : null;

    /// <summary>The items of "one, two, three".</summary>
    public static IReadOnlyList<string> CommaList(string? text) => Distinct((text ?? "").Split([',', ';', '،', '、']));

    /// <summary>Each text once, in order, as one line; empty ones left out.</summary>
    public static IReadOnlyList<string> Distinct(IEnumerable<string> texts) =>
        [.. texts.Select(PlainText.From).Where(text => text.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxListed)];

    /// <summary>The names of "By Ada Okafor, Mei Tanaka and Jo Bell".</summary>
    public static IReadOnlyList<Author> Byline(string? text)
    {
        var names = PlainText.From(text ?? "");
        foreach (var label in (string[])["By ", "Written by ", "Words by ", "Author: ", "Authors: "])
        {
            names = names.StartsWith(label, StringComparison.OrdinalIgnoreCase) ? names[label.Length..] : names;
        }

        return names.Length > 200 ? [] :
        [
            .. Distinct(names
                .Replace(" and ", ",", StringComparison.OrdinalIgnoreCase).Replace(" & ", ",", StringComparison.Ordinal)
                .Split([',', '،', '|']))
                .Select(name => new Author(name)),
        ];
    }

    /// <summary>The words of class names and the like: "most-read__list" and "mostReadList" are most, read, list.</summary>
    public static IEnumerable<string> Words(string? names)
    {
        if (names is null or { Length: > 1000 })
        {
            yield break;
        }

        var start = 0;
        for (var i = 0; i <= names.Length; i++)
        {
            var ends = i == names.Length || !char.IsLetterOrDigit(names[i]);
            if (ends || (i > start && char.IsUpper(names[i]) && char.IsLower(names[i - 1])))
            {
                if (i > start)
                {
                    yield return names[start..i].ToLowerInvariant();
                }

                start = ends ? i + 1 : i;
            }
        }
    }
}
