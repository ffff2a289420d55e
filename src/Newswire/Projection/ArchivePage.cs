using Newswire.Feeds;

namespace Newswire.Projection;

/// <summary>What an archive document is made of.</summary>
/// <param name="Name">The page's name.</param>
/// <param name="NewestFirst">Its entries.</param>
/// <param name="Previous">The next older archive page; null when there is none.</param>
/// <param name="Next">The next newer archive page; null when the subscription document follows.</param>
/// <param name="IsNew">
/// Whether it was no archive page before. Then it is written even when it lies there as it shall be: a pass that stalled
/// while it removed the documents holds their tags.
/// </param>
internal sealed record ArchivePage(
    string Name, IReadOnlyList<EntryRef> NewestFirst, string? Previous, string? Next, bool IsNew);
