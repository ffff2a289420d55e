using System.Globalization;
using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Projection.Generations;

namespace Newswire.Projection.Streams;

/// <summary>Takes contracts into force, on paper, and decides which articles are gone through for them.</summary>
internal sealed class ContractPlanner(StateMemory memory, IndexPlanner indexes, ProjectionOptions options)
{
    /// <summary>Which projection it is for.</summary>
    public Generation Generation { get; set; } = Generation.First;

    /// <param name="begin">How far the projection has come.</param>
    /// <param name="changes">The changes of the pass.</param>
    /// <param name="earlier">The definitions of feeds in force before.</param>
    /// <param name="definitions">Those in force from now on.</param>
    /// <param name="now">The moment of the pass; names the streams that begin with it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<StreamsInForce> PlanAsync(
        Cursor begin,
        IReadOnlyList<RecordedChange> changes,
        FeedDefinitions earlier,
        FeedDefinitions definitions,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var stored = await memory.ReadAsync(StreamPaths.Heads, StateJson.Compact.StreamHeads, cancellationToken);
        var before = (stored.Value ?? StreamHeads.Empty).ByPartner;
        var after = before.ToDictionary(StringComparer.Ordinal);
        foreach (var change in changes.Select(change => change.Change).OfType<Change.DefineContract>())
        {
            after[change.Partner] = After(after.GetValueOrDefault(change.Partner), change, now);
        }

        // A walk that an unfinished pass has begun is begun by nothing else once the contract is written.
        var walks = (begin.Unfinished?.StreamWalks ?? []).Concat(begin.StreamWalks)
            .GroupBy(walk => (walk.Partner, walk.Feed, walk.Turned))
            .ToDictionary(same => same.Key, same => same.Last());
        foreach (var (partner, head) in after)
        {
            foreach (var walk in Begun(partner, before.GetValueOrDefault(partner), head).Concat(Begun(partner, head, earlier, definitions)))
            {
                walks[(partner, walk.Feed, walk.Turned)] = walk;
            }
        }

        var live = after.Where(head => !head.Value.Contract.Ended).ToDictionary(StringComparer.Ordinal);
        List<StreamSlice> slices = [];
        foreach (var walk in walks.Values.Where(walk => live.ContainsKey(walk.Partner)))
        {
            slices.Add(await SliceAsync(walk, definitions, cancellationToken));
        }

        return new StreamsInForce(
            stored, live, after.Where(head => head.Value.Contract.Ended).ToDictionary(StringComparer.Ordinal), slices);
    }

    private StreamHead After(StreamHead? before, Change.DefineContract change, DateTimeOffset now)
    {
        var contract = StreamContract.After(before?.Contract, change);
        return before is null || (before.Contract.Ended && !contract.Ended)
            ? new StreamHead(NewEpoch(now), contract, Count: 0)
            : before with { Contract = contract };
    }

    /// <summary>
    /// A moment alone is no name: what is built beside what is served may be built at the moment at which that began
    /// (<see cref="Ceiling"/>).
    /// </summary>
    private string NewEpoch(DateTimeOffset now) => Generation == Generation.First
        ? now.UtcTicks.ToString("x", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{now.UtcTicks:x}.{Generation.Number}");

    private static IEnumerable<StreamWalk> Begun(string partner, StreamHead? before, StreamHead after)
    {
        var (had, has) = (before is { Contract.Ended: false } ? before.Contract : null, after.Contract);
        if (had == has)
        {
            yield break;
        }

        var differs = (had?.Feeds ?? []).Except(has.Feeds, StringComparer.Ordinal)
            .Concat(has.Feeds.Except(had?.Feeds ?? [], StringComparer.Ordinal))
            .ToList();
        foreach (var feed in differs.Contains(FeedName.Latest) ? [FeedName.Latest] : differs)
        {
            yield return new StreamWalk(partner, has.Received) { Feed = feed };
        }

        if (had?.EarlyAccess is not null || has.EarlyAccess is not null)
        {
            yield return new StreamWalk(partner, has.Received);
        }
    }

    /// <summary>What definitions change beside the feeds' indexes: what a name in the contract means, and what is scheduled.</summary>
    private static IEnumerable<StreamWalk> Begun(
        string partner, StreamHead head, FeedDefinitions before, FeedDefinitions after)
    {
        if (ReferenceEquals(before, after))
        {
            return [];
        }

        var walk = new StreamWalk(partner, after.LastReceived);
        return head.Contract.Feeds.Where(feed => before.MovedTo(feed) != after.MovedTo(feed))
            .SelectMany(feed => new[] { before.MovedTo(feed) ?? feed, after.MovedTo(feed) ?? feed })
            .Distinct(StringComparer.Ordinal)
            .Select(feed => walk with { Feed = feed })
            .Concat(head.Contract.EarlyAccess is null ? [] : [walk]);
    }

    private async Task<StreamSlice> SliceAsync(StreamWalk walk, FeedDefinitions definitions, CancellationToken cancellationToken)
    {
        var location = walk.Turned ? IndexLocation.Turned
            : walk.Feed is { } feed ? IndexLocation.Entries(definitions.MovedTo(feed) ?? feed)
            : IndexLocation.Schedule;
        var index = await indexes.ReadAsync(location, cancellationToken);
        var until = index.Directory.StartOf(Math.Max(0, index.PageBefore(walk.Before) - options.MaxWalkPages + 1));
        var entries = index.InAsync(walk.Before, until, cancellationToken);
        var articles = walk.Turned ? entries.Where(entry => entry.Published >= walk.Since).Select(entry => (entry.Id, entry.Published))
            : walk.Feed is not null ? entries.Select(entry => (entry.Id, walk.Since))
            : SchedulePlanner.Articles(entries.Select(entry => entry.Id)).Select(id => (id, walk.Since));
        return new StreamSlice(walk, until, await articles.ToListAsync(cancellationToken));
    }
}
