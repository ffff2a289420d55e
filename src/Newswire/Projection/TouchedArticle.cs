using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Formats;

namespace Newswire.Projection;

/// <summary>An article that a pass has changes for: what it was, what it is, and where either may show.</summary>
/// <remarks>
/// A pass that died may have put the article where one of its changes, but neither the state before nor the state after,
/// places it. So the feeds and keys of every single change count, not only those of the two ends.
/// </remarks>
internal sealed class TouchedArticle
{
    private TouchedArticle(
        Remembered<ArticleView> before, ArticleView after, IReadOnlyList<Change.Publish> published, Publication publication)
    {
        Before = before;
        After = after;
        var articles = published.Select(change => change.Article)
            .Concat(before.Value?.Article is { } known ? [known] : []);
        Feeds = articles.SelectMany(FeedName.Selecting).ToHashSet(StringComparer.Ordinal);
        Keys = published.Select(change => new EntryKey(change.Published, after.Id))
            .Concat(before.Value?.First is not null ? [before.Value.Key] : [])
            .ToHashSet();

        if (after.IsVisible)
        {
            Entry = new Entry(EntryIdentity.Of(publication, after.Id), after.Published, after.Updated, after.Article!);
            Ref = new EntryRef(after.Id, after.Published, after.Updated, Fingerprint.Of(Entry));
            Selecting = FeedName.Selecting(after.Article!).ToHashSet(StringComparer.Ordinal);
        }
    }

    public Remembered<ArticleView> Before { get; }

    public ArticleView After { get; }

    /// <summary>Every feed in which the article stands, stood or may have been put.</summary>
    public IReadOnlySet<string> Feeds { get; }

    /// <summary>Every key under which it may stand there.</summary>
    public IReadOnlySet<EntryKey> Keys { get; }

    /// <summary>The feeds in which it shall stand; empty when readers do not see it.</summary>
    public IReadOnlySet<string> Selecting { get; } = new HashSet<string>(StringComparer.Ordinal);

    public Entry? Entry { get; }

    public EntryRef? Ref { get; }

    public static TouchedArticle Fold(
        Remembered<ArticleView> before, IReadOnlyList<RecordedChange> changes, Publication publication) =>
        new(
            before,
            changes.Aggregate(before.Value, ArticleFold.Apply)!,
            [.. changes.Select(change => change.Change).OfType<Change.Publish>()],
            publication);
}
