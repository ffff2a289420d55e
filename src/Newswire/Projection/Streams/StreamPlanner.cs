using Newswire.Feeds;

namespace Newswire.Projection.Streams;

/// <summary>Notes in the streams of partners, on paper, which articles they have to be told of.</summary>
internal sealed class StreamPlanner(StateMemory memory, IndexPlanner indexes)
{
    /// <summary>Plans the entries. They are written before anything else, and count once all else is written.</summary>
    /// <returns>The streams with their new counts; null when there is no stream.</returns>
    public async Task<IReadOnlyDictionary<string, StreamHead>?> PlanAsync(
        StreamsInForce streams,
        StreamNews news,
        Placement placement,
        bool repairing,
        PassPlan plan,
        CancellationToken cancellationToken)
    {
        if (streams.Heads.Count == 0 && streams.Ended.Count == 0)
        {
            return null;
        }

        var safe = (streams.Stored.Value ?? StreamHeads.Empty).Safe;
        Dictionary<string, StreamHead> heads = new(streams.Ended, StringComparer.Ordinal);
        foreach (var (partner, head) in streams.Heads.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var entries = news.For(partner, streams, placement, safe);
            if (entries.Count > 0)
            {
                plan.Partners.Add(partner);
            }

            heads[partner] = await AppendAsync(partner, head, entries, repairing, plan, cancellationToken);
        }

        return heads;
    }

    /// <summary>
    /// In a rebuild, keeps what time has changed: at the end of it every partner's walk goes through it once. Articles are
    /// seen as they are now and not as they were when contracts and definitions were given, so those do not find them.
    /// </summary>
    public async Task PlanTurnedAsync(
        IReadOnlyList<TouchedArticle> articles,
        DateTimeOffset now,
        bool repairing,
        PassPlan plan,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<EntryRef> turned =
        [
            .. articles.Where(article => article.HasTurned(now))
                .Select(article => new EntryRef(article.After.Id, article.Moment, article.Moment, Content: "")),
        ];
        if (turned.Count > 0)
        {
            var index = await indexes.ReadAsync(IndexLocation.Turned, cancellationToken);
            index = await indexes.UpdateAsync(index, [], turned, repairing, plan.Indexes, cancellationToken);
            indexes.WriteDirectory(index, index.Directory, repairing, plan.Indexes);
        }
    }

    /// <summary>Plans what makes the entries count.</summary>
    /// <param name="streams">The streams before.</param>
    /// <param name="heads">The streams as they will be.</param>
    /// <param name="now">The moment of the pass.</param>
    /// <param name="isSafe">Whether nothing that happened before that moment is still to come.</param>
    /// <param name="repairing">Whether to write them even when they are as before.</param>
    /// <param name="plan">Where the write goes.</param>
    public void PlanHeads(
        StreamsInForce streams,
        IReadOnlyDictionary<string, StreamHead> heads,
        DateTimeOffset now,
        bool isSafe,
        bool repairing,
        PassPlan plan)
    {
        var before = streams.Stored.Value ?? StreamHeads.Empty;
        if (repairing || heads.Any(head => before.ByPartner.GetValueOrDefault(head.Key) != head.Value))
        {
            var after = new StreamHeads
            {
                Now = now > before.Now ? now : before.Now,
                Safe = isSafe && now > before.Safe ? now : before.Safe,
                ByPartner = new SortedDictionary<string, StreamHead>(heads.ToDictionary(), StringComparer.Ordinal),
            };
            plan.StreamHeads.Add(indexes.Write(StreamPaths.Heads, after, StateJson.Compact.StreamHeads, streams.Stored.ETag));
        }
    }

    private async Task<StreamHead> AppendAsync(
        string partner,
        StreamHead head,
        IReadOnlyList<StreamEntry> entries,
        bool repairing,
        PassPlan plan,
        CancellationToken cancellationToken)
    {
        // Behind what the head counts may stand what an unfinished pass has noted. It stays: that pass may have written
        // the indexes by which this one would have noted it again.
        var number = head.Count / StreamPage.Size;
        var stored = await ReadAsync(partner, head, number, cancellationToken);
        while (stored.Value?.Entries.Count >= StreamPage.Size)
        {
            stored = await ReadAsync(partner, head, ++number, cancellationToken);
        }

        var all = (stored.Value ?? StreamPage.Empty).Entries.Concat(entries).ToList();
        var first = number;
        foreach (var part in all.Chunk(StreamPage.Size))
        {
            if (number > first)
            {
                stored = await ReadAsync(partner, head, number, cancellationToken);
            }

            if (entries.Count > 0 || repairing)
            {
                var path = StreamPaths.Page(partner, head.Epoch, number);
                plan.Streams.Add(indexes.Write(path, new StreamPage(part), StateJson.Compact.StreamPage, stored.ETag));
            }

            number++;
        }

        return head with { Count = (first * StreamPage.Size) + all.Count };
    }

    private Task<Remembered<StreamPage>> ReadAsync(
        string partner, StreamHead head, long page, CancellationToken cancellationToken) =>
        memory.ReadAsync(StreamPaths.Page(partner, head.Epoch, page), StateJson.Compact.StreamPage, cancellationToken);
}
