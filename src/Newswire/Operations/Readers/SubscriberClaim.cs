namespace Newswire.Operations.Readers;

/// <summary>What a feed reading service says of itself: for how many of its readers it asks.</summary>
/// <param name="Service">Its name; <see cref="SubscriberAgent.OtherService"/> for one that is not known.</param>
/// <param name="Subscribers">How many subscribe there. Nobody can check it.</param>
/// <param name="FeedId">The service's own name for the feed, under whatever address it asks for it; null when it says none.</param>
public sealed record SubscriberClaim(string Service, long Subscribers, string? FeedId);
