using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Formats;

namespace Newswire.Projection;

/// <summary>An article that a pass looks at: what it was, what it is, and where either may show.</summary>
/// <remarks>
/// A pass that died may have read fewer of the changes than this one and put the article where neither the state before
/// nor the state after all of them places it. So the feeds and keys of the states in between count too.
/// </remarks>
internal sealed class TouchedArticle
{
    private readonly DateTimeOffset? received;

    private TouchedArticle(
        Remembered<ArticleView> before, IReadOnlyList<ArticleView> states, DateTimeOffset? received, Placement placement)
    {
        (Before, After, this.received) = (before, states[^1], received);
        foreach (var state in states)
        {
            foreach (var article in state.Held.Select(held => held.Article).OfType<Articles.Article>())
            {
                Feeds.UnionWith(placement.Selecting(article));
            }

            Feeds.UnionWith(placement.Live(state.ErasedFrom));
            Keys.UnionWith(state.First is null ? [] : [new EntryKey(state.Published, state.Id)]);
            TombstoneKeys.UnionWith(state.Ends.Select(end => new EntryKey(end, state.Id)));
        }

        Named.UnionWith(placement.Live(
            After.NamedLater.Where(named => named.From <= placement.Now).Select(named => named.Feed)));
        IEnumerable<DateTimeOffset> openings = [];
        switch (After.At(placement.Now))
        {
            case ArticleState.Scheduled scheduled:
                openings = placement.EarlyAccess.Select(early => scheduled.From - early);
                break;
            case ArticleState.Visible visible:
                Entry = Entry.Of(
                    placement.Publication,
                    EntryIdentity.Of(placement.Publication, After.Id),
                    visible.Published,
                    visible.Updated,
                    visible.Article);
                Ref = new EntryRef(After.Id, visible.Published, visible.Updated, Fingerprint.Of(Entry));
                Selecting = placement.Selecting(visible.Article).ToHashSet(StringComparer.Ordinal);
                break;
            case ArticleState.Gone gone when placement.TombstoneEnd(gone) is var end && end > placement.Now:
                NextTurn = end;
                Tombstone = new EntryRef(After.Id, gone.When, gone.When, Content: "");
                Mourning = (gone.Article is { } last ? placement.Selecting(last) : placement.Live(After.ErasedFrom))
                    .ToHashSet(StringComparer.Ordinal);
                break;
            default:
                break;
        }

        Feeds.UnionWith(Named);
        NextTurn = openings.Where(opening => opening > placement.Now)
            .Select(opening => (DateTimeOffset?)opening)
            .Append(After.NextTurn(placement.Now))
            .Append(NextTurn)
            .Min();
        Moment = openings.Where(opening => opening <= placement.Now)
            .Select(opening => (DateTimeOffset?)opening)
            .Append(After.LastTurn(placement.Now))
            .Append(received)
            .Max() ?? placement.Now;
    }

    public Remembered<ArticleView> Before { get; }

    public ArticleView After { get; }

    /// <summary>Whether there are changes of it, and not only the time has come for it.</summary>
    public bool HasChanged => received is not null;

    /// <summary>Whether the catalog holds content of it that is to be erased.</summary>
    public bool IsToBeErased { get; private init; }

    /// <summary>When it has to be looked at again if no change comes; null for never.</summary>
    public DateTimeOffset? NextTurn { get; }

    /// <summary>
    /// Whether it is otherwise than at its last change: who had it then, by what held then, is told of it by nothing else
    /// that a rebuild comes by.
    /// </summary>
    public bool HasTurned(DateTimeOffset now) =>
        After.At(now) is ArticleState.Gone or ArticleState.Hidden || (HasChanged && After.LastTurn(now) > received);

    /// <summary>When the last happened to it that makes it what it is.</summary>
    public DateTimeOffset Moment { get; }

    /// <summary>Every feed in which the article or its tombstone stands, stood or may have been put.</summary>
    public HashSet<string> Feeds { get; } = new(StringComparer.Ordinal);

    /// <summary>The feeds that there have to be because the article names them.</summary>
    public HashSet<string> Named { get; } = new(StringComparer.Ordinal);

    /// <summary>Every key under which it may stand there.</summary>
    public HashSet<EntryKey> Keys { get; } = [];

    /// <summary>Every key under which its tombstone may stand there.</summary>
    public HashSet<EntryKey> TombstoneKeys { get; } = [];

    /// <summary>The feeds in which it shall stand; empty when readers do not see it.</summary>
    public IReadOnlySet<string> Selecting { get; } = new HashSet<string>(StringComparer.Ordinal);

    public Entry? Entry { get; }

    public EntryRef? Ref { get; }

    /// <summary>The feeds that shall say that it is gone.</summary>
    public IReadOnlySet<string> Mourning { get; } = new HashSet<string>(StringComparer.Ordinal);

    public EntryRef? Tombstone { get; }

    /// <summary>The article after these changes, at least one.</summary>
    public static TouchedArticle Fold(
        Remembered<ArticleView> before, IReadOnlyList<RecordedChange> changes, Placement placement)
    {
        List<ArticleView> states = before.Value is { } known ? [known] : [];
        foreach (var change in changes)
        {
            states.Add(ArticleFold.Apply(states.LastOrDefault(), change));
        }

        var touched = new TouchedArticle(before, states, changes.Max(change => change.Change.Received), placement)
        {
            IsToBeErased = changes.Any(change => change.Change is Change.EraseArticle
                || (change.Change is Change.Publish late && late.Received <= states[^1].ErasedThroughReceived)),
        };
        foreach (var publish in changes.Select(change => change.Change).OfType<Change.Publish>()
            .Where(publish => publish.ShownFrom <= publish.Received))
        {
            touched.Named.UnionWith(placement.Live(FeedName.Selecting(publish.Article)));
            touched.Feeds.UnionWith(placement.Selecting(publish.Article));
        }

        touched.Feeds.UnionWith(touched.Named);
        return touched;
    }

    /// <summary>The article without changes, at another time or under other definitions; null when there is none.</summary>
    public static TouchedArticle? Look(Remembered<ArticleView> before, Placement placement) =>
        before.Value is { } view ? new TouchedArticle(before, [view], received: null, placement) : null;
}
