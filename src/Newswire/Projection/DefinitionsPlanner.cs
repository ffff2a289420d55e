using Newswire.Catalog;
using Newswire.Feeds;

namespace Newswire.Projection;

/// <summary>Takes new definitions of feeds into force, on paper, and decides which feeds are derived anew for them.</summary>
internal sealed class DefinitionsPlanner(StateMemory memory, IndexPlanner indexes, ProjectionOptions options)
{
    /// <param name="changes">The changes of the pass.</param>
    /// <param name="repairing">Whether to write the definitions even when they are as before.</param>
    /// <param name="plan">Where the write goes.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The definitions in force before, and from now on.</returns>
    public async Task<(FeedDefinitions Before, FeedDefinitions After)> PlanAsync(
        IReadOnlyList<RecordedChange> changes, bool repairing, PassPlan plan, CancellationToken cancellationToken)
    {
        var stored = await memory.ReadAsync(ObjectPaths.Definitions, StateJson.Compact.FeedDefinitions, cancellationToken);
        var before = stored.Value ?? FeedDefinitions.Empty;
        var after = changes.Select(change => change.Change)
            .OfType<Change.DefineFeed>()
            .Aggregate(before, (definitions, change) => definitions.With(change.Feed, change.Received));
        if (!ReferenceEquals(before, after) || (repairing && stored.Exists))
        {
            plan.Definitions.Add(
                indexes.Write(ObjectPaths.Definitions, after, StateJson.Compact.FeedDefinitions, stored.ETag));
        }

        return (before, after);
    }

    /// <summary>The stretches of walks that this pass goes through: those under way, and those the definitions begin.</summary>
    public async Task<IReadOnlyList<WalkSlice>> SlicesAsync(
        Cursor begin, FeedDefinitions before, FeedDefinitions after, CancellationToken cancellationToken)
    {
        // What an unfinished pass has set out to go through is gone through again, to the same end.
        var slices = (begin.Unfinished?.Slices ?? []).ToDictionary(slice => Name(slice.Walk));
        var underWay = begin.Walks.ToDictionary(Name);
        foreach (var walk in Begun(before, after))
        {
            // What was to be derived anew still is, even if the newest definition changes the presentation only.
            underWay[Name(walk)] = underWay.GetValueOrDefault(Name(walk)) is { Over: FeedName.Latest } && !IsGone(walk.Feed)
                ? walk with { Over = FeedName.Latest }
                : walk;
        }

        foreach (var walk in underWay.Values.Where(walk => !slices.ContainsKey(Name(walk))))
        {
            var index = await indexes.ReadAsync(walk.Index, cancellationToken);
            var first = Math.Max(0, index.PageBefore(walk.Before) - options.MaxWalkPages + 1);
            slices[Name(walk)] = new WalkSlice(walk, index.Directory.StartOf(first));
        }

        return [.. slices.Values.OrderBy(slice => slice.Walk.Feed, StringComparer.Ordinal)];

        static (string Feed, bool Gone) Name(FeedWalk walk) => (walk.Feed, walk.Gone);

        bool IsGone(string feed) => after.MovedTo(feed) is not null || after.IsRetired(feed);
    }

    /// <summary>The keys in a walk's stretch.</summary>
    public async Task<IReadOnlyList<EntryKey>> KeysAsync(WalkSlice slice, CancellationToken cancellationToken)
    {
        var over = await indexes.ReadAsync(slice.Walk.Index, cancellationToken);
        return await over.InAsync(slice, cancellationToken).Select(entry => entry.Key).ToListAsync(cancellationToken);
    }

    /// <summary>The walk behind the stretch; null when it has reached the end.</summary>
    public async Task<FeedWalk?> GoneThroughAsync(WalkSlice slice, CancellationToken cancellationToken)
    {
        if (slice.Until is not { } until)
        {
            return null;
        }

        var index = await indexes.ReadAsync(slice.Walk.Index, cancellationToken);
        return slice.Walk with
        {
            Before = until,
            Done = slice.Walk.Done + await index.InAsync(slice, cancellationToken).CountAsync(cancellationToken),
            Share = Math.Round(1 - ((index.PageBefore(until) + 1) / (double)index.Directory.Pages), 4),
        };
    }

    private static IEnumerable<FeedWalk> Begun(FeedDefinitions before, FeedDefinitions after)
    {
        if (ReferenceEquals(before, after))
        {
            return [];
        }

        var derived = after.DerivedAnew(before).ToHashSet(StringComparer.Ordinal);
        var gone = after.Moved.Keys.Concat(after.Retired)
            .Except(before.Moved.Keys.Concat(before.Retired), StringComparer.Ordinal)
            .ToHashSet(StringComparer.Ordinal);
        var drawn = after.ByName
            .Where(feed => before.ByName.GetValueOrDefault(feed.Key) != feed.Value)
            .Select(feed => feed.Key)
            .Where(feed => !derived.Contains(feed) && !gone.Contains(feed));
        return derived.Select(feed => new FeedWalk(feed, FeedName.Latest))
            .Concat(gone.Select(feed => new FeedWalk(feed, feed)))
            .SelectMany(walk => new[] { walk, walk with { Gone = true } })
            .Concat(drawn.Select(feed => new FeedWalk(feed, feed)));
    }
}
