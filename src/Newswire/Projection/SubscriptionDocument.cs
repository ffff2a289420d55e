using Newswire.Feeds;

namespace Newswire.Projection;

/// <summary>What the subscription document of a feed is made of.</summary>
/// <param name="Feed">The feed's name.</param>
/// <param name="Definition">What the newsroom says of it; null when nothing.</param>
/// <param name="NewestFirst">Its entries.</param>
/// <param name="PreviousPage">The newest archive page; null when there is none.</param>
/// <param name="Gone">The entries that have gone lately, newest first.</param>
internal sealed record SubscriptionDocument(
    string Feed,
    FeedDefinition? Definition,
    IReadOnlyList<EntryRef> NewestFirst,
    string? PreviousPage,
    IReadOnlyList<EntryRef> Gone);
