namespace Newswire.WebPush.Subscriptions;

/// <summary>What a name means that a reader chose.</summary>
/// <param name="Feed">The feed that has the name now; null when none has.</param>
/// <param name="Fault">Why there is no such feed, a sentence; null when there is one.</param>
public sealed record FavouriteFeed(string? Feed, string? Fault = null);
