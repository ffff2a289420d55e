using System.Text.Json.Serialization;
using Newswire.Catalog;
using Newswire.Feeds;

namespace Newswire.Projection.Streams;

/// <summary>What a partner's stream follows: the contract as the passes have read it in the catalog.</summary>
public sealed record StreamContract
{
    /// <summary>See <see cref="Change.Received"/>: of several contracts the one received last holds.</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>When the first of the partner's contracts was received, those before the last end aside.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The feeds the partner may read, as they were named when it was given them.</summary>
    public IReadOnlyList<string> Feeds { get; init => field = value ?? []; } = [];

    /// <summary>How long before the end of an embargo it gets an article; null for not before readers do.</summary>
    public TimeSpan? EarlyAccess { get; init; }

    /// <summary>
    /// The longest early access it ever had: what it may have been given under embargo it is told of when that is taken back.
    /// </summary>
    public TimeSpan? LongestEarlyAccess { get; init; }

    /// <summary>Whether the contract is over.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Ended { get; init; }

    /// <summary>The contract after the change; the same object when a later one holds already.</summary>
    public static StreamContract After(StreamContract? before, Change.DefineContract change) =>
        before is not null && change.Received <= before.Received
            ? before
            : new StreamContract
            {
                Received = change.Received,
                Since = before is null or { Ended: true } ? change.Received : before.Since,
                Feeds = change.Feeds,
                EarlyAccess = change.EarlyAccess,
                LongestEarlyAccess = before is null or { Ended: true } || before.LongestEarlyAccess is not { } longest || change.EarlyAccess > longest
                    ? change.EarlyAccess
                    : longest,
                Ended = change.Ended,
            };

    /// <summary>Whether one of its feeds, by its present name or by that in the contract, is among these.</summary>
    public bool Reaches(IReadOnlySet<string> feeds, FeedDefinitions definitions) =>
        Feeds.Any(feed => feeds.Contains(feed) || (definitions.MovedTo(feed) is { } now && feeds.Contains(now)));
}
