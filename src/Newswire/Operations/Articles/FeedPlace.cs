namespace Newswire.Operations.Articles;

/// <summary>Where a feed has an article.</summary>
/// <param name="Feed">The feed's name.</param>
/// <param name="ArchivePage">The archive document (RFC 5005 §4) it is in; null for the subscription document.</param>
/// <param name="IsThere">Whether the feed's index has it; false while a feed just defined is still being filled.</param>
public sealed record FeedPlace(string Feed, string? ArchivePage, bool IsThere);
