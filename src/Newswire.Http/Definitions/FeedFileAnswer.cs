namespace Newswire.Http.Definitions;

/// <summary>What a file of definitions has changed.</summary>
/// <param name="Feeds">The feeds in the order of the file.</param>
/// <param name="Ignored">JSON Pointers of members the model does not have; left out when there are none.</param>
internal sealed record FeedFileAnswer(IReadOnlyList<AppliedFeed> Feeds, IReadOnlyList<string>? Ignored);
