using System.Globalization;
using Newswire.Feeds;

namespace Newswire.Operations.Articles;

/// <summary>How far a search has come, as it stands in a link. Pure.</summary>
internal static class SearchPlace
{
    /// <summary>The text for a link.</summary>
    public static string Write(EntryKey key) => string.Create(CultureInfo.InvariantCulture, $"{key.Published.UtcTicks}~{key.Id}");

    /// <summary>What such a text says; null when it is none.</summary>
    public static EntryKey? Read(string? text) =>
        text?.Split('~', 2) is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= DateTimeOffset.MaxValue.UtcTicks
            ? new EntryKey(new DateTimeOffset(number, TimeSpan.Zero), id)
            : null;
}
