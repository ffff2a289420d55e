namespace Newswire.Projection;

/// <summary>What a pass has planned for one feed.</summary>
/// <param name="Entries">Its index as it will be.</param>
/// <param name="Title">What people call it; null when its subscription document was not looked at.</param>
internal sealed record FeedUpdate(PlannedIndex Entries, string? Title);
