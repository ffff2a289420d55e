using Newswire.Articles;
using Newswire.Catalog;
using Newswire.Feeds;

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
        var change = (Change.OfArticle)recorded.Change;
        var view = before ?? new ArticleView { Id = change.ArticleId, Reflects = recorded.Position };
        view = view with { Reflects = Later(view.Reflects, recorded.Position) };
        return change switch
        {
            Change.Publish publish => Publish(view, publish, recorded.Start),
            Change.Erased erased => Add(view, KnownVersion.Of(erased), article: null),
            Change.EraseArticle erase => Erase(view, erase),
            Change.Withdraw { ThroughVersion: { } version } withdraw => Withdraw(view, new Withdrawal(withdraw.Received, version)) with
            {
                WithdrawnThroughVersion = Math.Max(view.WithdrawnThroughVersion ?? version, version),
            },
            _ => WithdrawReceived(view, change.Received),
        };
    }

    private static ArticleView Publish(ArticleView view, Change.Publish change, Position line)
    {
        var version = KnownVersion.Of(change);
        if (change.ShownFrom > change.Received)
        {
            view = view with { NamedLater = Name(view.NamedLater, version.From, change.Article) };
        }

        view = view with { Lines = [.. view.Lines.Append(line).Distinct().Order()] };
        return change.Received <= view.ErasedThroughReceived
            ? Add(view, version.Erase(), article: null)
            : Add(view, version, change.Article);
    }

    private static ArticleView Add(ArticleView view, KnownVersion version, Article? article) => view with
    {
        Versions = Insert(view.Versions, version),
        Held = Hold(view.Held.Append(new HeldVersion(version, article))),
        First = view.First is not { } first || version < first ? version : view.First,
        FirstShown = view.FirstShown < version.Shown ? view.FirstShown : version.Shown,
    };

    private static ArticleView Erase(ArticleView view, Change.EraseArticle erase)
    {
        view = WithdrawReceived(view, erase.Received);
        var through = Later(view.ErasedThroughReceived, erase.Received);
        return view with
        {
            Versions = [.. view.Versions.Select(Erased).Distinct().Order()],
            Held = Hold(view.Held.Select(held => held.Version.Key.Received <= through ? new HeldVersion(Erased(held.Version), null) : held)),
            First = view.First is { } first ? Erased(first) : null,
            ErasedThroughReceived = through,
            ErasedFrom = [.. view.ErasedFrom.Union(erase.Feeds, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };

        KnownVersion Erased(KnownVersion version) => version.Key.Received <= through ? version.Erase() : version;
    }

    private static ArticleView WithdrawReceived(ArticleView view, DateTimeOffset received) =>
        Withdraw(view, new Withdrawal(received)) with
        {
            WithdrawnThroughReceived = Later(view.WithdrawnThroughReceived, received),
        };

    private static ArticleView Withdraw(ArticleView view, Withdrawal withdrawal) => view with
    {
        Withdrawals =
        [
            .. view.Withdrawals.Append(withdrawal)
                .Distinct()
                .OrderBy(known => known.Received)
                .ThenBy(known => known.ThroughVersion)
                .TakeLast(ArticleView.MaxWithdrawals),
        ],
    };

    /// <summary>
    /// The contents that may still be seen: from the newest to the oldest, each that may be seen before all newer ones.
    /// </summary>
    private static List<HeldVersion> Hold(IEnumerable<HeldVersion> versions)
    {
        List<HeldVersion> held = [];
        foreach (var candidate in versions.OrderByDescending(version => version.Version))
        {
            if (held.Count == 0 || candidate.Version.From < held[^1].Version.From)
            {
                held.Add(candidate);
            }
        }

        held.Reverse();
        return held;
    }

    private static IReadOnlyList<NamedFeed> Name(IReadOnlyList<NamedFeed> named, DateTimeOffset from, Article article) =>
    [
        .. named
            .Concat(FeedName.Selecting(article).Select(feed => new NamedFeed(from, feed)))
            .Distinct()
            .OrderBy(feed => feed.From)
            .ThenBy(feed => feed.Feed, StringComparer.Ordinal),
    ];

    private static IReadOnlyList<KnownVersion> Insert(IReadOnlyList<KnownVersion> versions, KnownVersion version)
    {
        var at = versions.Count;
        while (at > 0 && versions[at - 1] > version)
        {
            at--;
        }

        if (at > 0 && versions[at - 1] == version)
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

    private static Position Later(Position left, Position right) => left > right ? left : right;

    private static DateTimeOffset Later(DateTimeOffset? left, DateTimeOffset right) =>
        left > right ? left.Value : right;
}
