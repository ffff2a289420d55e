namespace Newswire.Projection;

/// <summary>What a pass has planned for one feed.</summary>
/// <param name="Entries">Its index as it will be.</param>
/// <param name="Title">What people call it; null when its subscription document was not looked at.</param>
/// <param name="Moved">The ids of the articles that come or go; not looked for unless the feed is derived anew.</param>
internal sealed record FeedUpdate(PlannedIndex Entries, string? Title, IReadOnlyList<string> Moved);
