using Newswire.Feeds;
using Newswire.Formats.Ninjs;
using Newswire.Projection;
using Newswire.Projection.Streams;
using Newswire.Storage;

namespace Newswire.Partners.Changes;

/// <summary>
/// Tells a partner what has happened to the articles it may have, in order and from any point on. An article is told as it
/// is now, not as it was when it changed: what has been taken back since is not shown once more, and whoever follows to
/// the end has exactly what the contract allows now.
/// </summary>
/// <remarks>
/// Nothing is judged by anything older than what the pass judged by that noted it: not the moment, not the definitions, not
/// the article, not the contract. So what is passed over as not for this partner was not, or is noted once more further on.
/// </remarks>
public sealed class PartnerChanges(
    PartnerStreams streams, PartnerRecords partners, ArticleViews views, Publication publication, TimeProvider time)
{
    /// <summary>
    /// How far the clocks of those who accept changes may lie apart, and how long a change may take into the catalog: in a
    /// stream that was made anew, what happened by this much before is told again.
    /// </summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromHours(1);

    private const int ParallelReads = 16;

    /// <summary>Where the partner's stream begins; null as long as no pass has taken its contract into force.</summary>
    public async Task<ChangeCursor?> StartAsync(string partner, CancellationToken cancellationToken) =>
        (await streams.RecentAsync(cancellationToken)).Heads.Find(partner) is { } head
            ? new ChangeCursor(head.Epoch, 0, default)
            : null;

    /// <summary>Where it ends at the moment; null as above.</summary>
    public async Task<ChangeCursor?> EndAsync(string partner, CancellationToken cancellationToken)
    {
        var heads = (await streams.RecentAsync(cancellationToken)).Heads;
        return heads.Find(partner) is { } head ? new ChangeCursor(head.Epoch, head.Count, heads.Safe) : null;
    }

    /// <summary>Whether anything stands behind the cursor.</summary>
    public async Task<bool> HasMoreAsync(string partner, ChangeCursor after, CancellationToken cancellationToken) =>
        (await streams.RecentAsync(cancellationToken)).Heads.Find(partner) is { } head
        && (head.Epoch != after.Epoch || after.Next < head.Count);

    /// <summary>What stands behind the cursor.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="after">The cursor.</param>
    /// <param name="limit">How many changes at most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task<ChangesAnswer> ReadAsync(
        Partner partner, ChangeCursor after, int limit, CancellationToken cancellationToken)
    {
        var state = await streams.RecentAsync(cancellationToken);
        if (state.Heads.Find(partner.Name) is not { } head
            || await ContractAsync(partner, head.Contract, cancellationToken) is not { } contract)
        {
            return new ChangesAnswer([], after, HasMore: false);
        }

        // A cursor of another log: go through this one from its beginning, past what the partner was told in that.
        var cursor = after.Epoch == head.Epoch
            ? after
            : new ChangeCursor(head.Epoch, 0, default) { Told = after.Told ?? after.Safe };
        var terms = new Terms(publication, state, contract, time.GetUtcNow());
        List<ToldChange> told = [];
        var bytes = 0L;
        for (var pages = 0; pages < ChangeLimits.MaxPages && cursor.Next < head.Count && !IsFull(); pages++)
        {
            var entries = await EntriesAsync(partner.Name, head, cursor.Next, cancellationToken);
            var changes = await TellAsync(terms, entries, cursor.Told, cancellationToken);
            for (var i = 0; i < entries.Count && !IsFull(); i++)
            {
                cursor = cursor with { Next = cursor.Next + 1, Safe = entries[i].Safe };
                if (changes[i] is { } change)
                {
                    // What has happened since says it all.
                    told.RemoveAll(earlier => earlier.ArticleId == change.ArticleId);
                    told.Add(change);
                    bytes += change.Item.Length;
                }
            }
        }

        return new ChangesAnswer(told, AtEnd(cursor, head, state.Heads), HasMore: cursor.Next < head.Count);

        bool IsFull() => told.Count >= limit || bytes >= ChangeLimits.MaxBytes;
    }

    /// <summary>Who has heard everything knows as much as the heads do.</summary>
    private static ChangeCursor AtEnd(ChangeCursor cursor, StreamHead head, StreamHeads heads) =>
        cursor.Next < head.Count ? cursor
        : cursor.Told > heads.Safe ? cursor with { Safe = heads.Safe }
        : cursor with { Safe = heads.Safe, Told = null };

    /// <summary>What the contract allows now: no more than its stream follows, and no more than the record says.</summary>
    private async Task<StreamContract?> ContractAsync(
        Partner partner, StreamContract followed, CancellationToken cancellationToken)
    {
        var record = partner.Said < followed.Received ? await partners.FindAsync(partner.Name, cancellationToken) : partner;
        return record is null ? null : followed with
        {
            Feeds = [.. followed.Feeds.Intersect(record.Feeds, StringComparer.Ordinal)],
            EarlyAccess = record.EarlyAccess < followed.EarlyAccess ? record.EarlyAccess
                : record.EarlyAccess is null ? null : followed.EarlyAccess,
        };
    }

    /// <summary>What is left of the page in which the entry stands; at least that entry.</summary>
    private async Task<IReadOnlyList<StreamEntry>> EntriesAsync(
        string partner, StreamHead head, long from, CancellationToken cancellationToken)
    {
        var (number, skipped) = Math.DivRem(from, StreamPage.Size);
        var page = await streams.ReadAsync(partner, head, number, cancellationToken);
        var counted = (int)Math.Min(StreamPage.Size, head.Count - (number * StreamPage.Size));

        // The state is being taken away, to be made anew: the next head that is read will not count it.
        return page.Entries.Count >= counted
            ? [.. page.Entries.Take(counted).Skip((int)skipped)]
            : throw new StorageAwayException($"The stream of '{partner}' lacks entries of page {number} that its head counts.");
    }

    /// <summary>For each entry what the partner is told; null for nothing.</summary>
    private async Task<IReadOnlyList<ToldChange?>> TellAsync(
        Terms terms, IReadOnlyList<StreamEntry> entries, DateTimeOffset? told, CancellationToken cancellationToken)
    {
        var last = entries.Index()
            .Where(entry => told is null || entry.Item.Moment + ClockTolerance >= told)
            .GroupBy(entry => entry.Item.Id, StringComparer.Ordinal)
            .Select(same => (same.Last().Index, Item: same.Last().Item with { Act = Weightiest(same.Select(entry => entry.Item.Act)) }));
        var changes = new ToldChange?[entries.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(last, options, async (indexed, cancelled) =>
        {
            var (i, entry) = indexed;
            if (await views.FindAsync(entry.Id, cancelled) is { } view)
            {
                changes[i] = terms.Tell(entry, view, isRepeat: entry.Moment <= told);
            }
        });
        return changes;
    }

    /// <summary>Of what happened to an article one after the other: that it was there and went must be told.</summary>
    private static StreamAct Weightiest(IEnumerable<StreamAct> acts) => acts.Aggregate((before, act) =>
        before is StreamAct.End || (before is StreamAct.Recall && act is not StreamAct.End) ? before : act);

    private sealed record Terms(Publication Publication, StreamState State, StreamContract Contract, DateTimeOffset Now)
    {
        public ToldChange? Tell(StreamEntry entry, ArticleView view, bool isRepeat)
        {
            var disclosure = DiscloseAt(entry, view);
            return ChangeItem.Of(Publication, disclosure) is { } item
                ? new ToldChange(entry.Id, KindOf(disclosure, entry.Act), entry.Moment, isRepeat, item)
                : null;
        }

        /// <summary>
        /// What begins, begins with the pass that notes it, since that knows of everything that was accepted before. What
        /// ends, ends by the clock.
        /// </summary>
        private Disclosure DiscloseAt(StreamEntry entry, ArticleView view)
        {
            var noted = At(State.Heads.Now);
            if (noted is Disclosure.Canceled or Disclosure.Silence || Now <= State.Heads.Now)
            {
                return noted;
            }

            return At(Now) is var clock && clock is Disclosure.Canceled or Disclosure.Silence ? clock : noted;

            Disclosure At(DateTimeOffset moment) =>
                Disclosure.Of(Publication, State.Definitions, Contract, view, entry, moment);
        }

        private static ChangeKind KindOf(Disclosure disclosure, StreamAct act) => (disclosure, act) switch
        {
            (Disclosure.Canceled { Removal.Why: NinjsEnd.Expired }, _) => ChangeKind.Expire,
            (Disclosure.Canceled { Removal.Why: NinjsEnd.Removed }, _) => ChangeKind.Remove,
            (Disclosure.Canceled, _) => ChangeKind.Withdraw,
            (_, StreamAct.Publish) => ChangeKind.Publish,
            (_, StreamAct.Correct) => ChangeKind.Correct,
            _ => ChangeKind.Update,
        };
    }
}
