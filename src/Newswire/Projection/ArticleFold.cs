using Newswire.Catalog;

namespace Newswire.Projection;

/// <summary>
/// Folds a change into an article's state. Pure, and a join: any order and any repetition of the same changes gives the
/// same state.
/// </summary>
/// <remarks>
/// The newest version's content is shown. An older one that arrives late shows nothing; it can only give back the true
/// date of first publication. At most <see cref="ArticleView.MaxVersions"/> versions are remembered: beyond that, first
/// those are forgotten that stand between two versions of the same content, then the oldest.
/// </remarks>
internal static class ArticleFold
{
    public static ArticleView Apply(ArticleView? before, RecordedChange recorded)
    {
        var view = before ?? new ArticleView { Id = ((Change.OfArticle)recorded.Change).ArticleId, Reflects = recorded.Position };
        view = view with { Reflects = Later(view.Reflects, recorded.Position) };
        return recorded.Change switch
        {
            Change.Publish publish => Publish(view, publish),
            Change.Withdraw { ThroughVersion: { } version } =>
                view with { WithdrawnThroughVersion = Math.Max(view.WithdrawnThroughVersion ?? version, version) },
            var withdraw => view with { WithdrawnThroughReceived = Later(view.WithdrawnThroughReceived, withdraw.Received) },
        };
    }

    private static ArticleView Publish(ArticleView view, Change.Publish change)
    {
        var version = new KnownVersion(
            new VersionKey(change.Version, change.Received),
            change.Published,
            Fingerprint.Of(change.Article),
            change.Updated);
        var isNewest = view.Newest is not { } newest || Compare(version, newest) > 0;
        return view with
        {
            Versions = Insert(view.Versions, version),
            Article = isNewest ? change.Article : view.Article,
            First = view.First is not { } first || Compare(version, first) < 0 ? version : view.First,
        };
    }

    private static IReadOnlyList<KnownVersion> Insert(IReadOnlyList<KnownVersion> versions, KnownVersion version)
    {
        var at = versions.Count;
        while (at > 0 && Compare(versions[at - 1], version) > 0)
        {
            at--;
        }

        if (at > 0 && Compare(versions[at - 1], version) == 0)
        {
            return versions;
        }

        List<KnownVersion> all = [.. versions.Take(at), version, .. versions.Skip(at)];
        if (all.Count > ArticleView.MaxVersions)
        {
            all.RemoveAt(Enumerable.Range(1, all.Count - 2).FirstOrDefault(i => StandsBetweenItsLikes(all, i)));
        }

        return all;
    }

    private static bool StandsBetweenItsLikes(List<KnownVersion> all, int i) =>
        all[i - 1].Content == all[i].Content && all[i].Content == all[i + 1].Content;

    /// <summary>A total order: two changes that agree in everything compared are the same change.</summary>
    private static int Compare(KnownVersion left, KnownVersion right)
    {
        var order = left.Key.CompareTo(right.Key);
        order = order != 0 ? order : string.CompareOrdinal(left.Content, right.Content);
        order = order != 0 ? order : left.Published.CompareTo(right.Published);
        return order != 0 ? order : Nullable.Compare(left.Updated, right.Updated);
    }

    private static Position Later(Position left, Position right) => left > right ? left : right;

    private static DateTimeOffset Later(DateTimeOffset? left, DateTimeOffset right) =>
        left > right ? left.Value : right;
}
