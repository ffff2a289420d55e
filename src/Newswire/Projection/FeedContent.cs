using Newswire.Articles;
using Newswire.Feeds;

namespace Newswire.Projection;

/// <summary>
/// What the last pass has left of a feed: everything that readers may be shown of it until the next. What they are to be
/// shown at a moment is <see cref="At"/>, which asks each article itself: of one that was withdrawn, that has expired or
/// that belongs to the feed no more, the feed's index may not know yet.
/// </summary>
public sealed class FeedContent
{
    private readonly string feed;
    private readonly Publication publication;
    private readonly FeedDefinitions definitions;
    private readonly IReadOnlyList<ArticleView> listed;
    private readonly IReadOnlyList<ArticleView> gone;
    private readonly DateTimeOffset written;

    /// <param name="feed">The feed's name.</param>
    /// <param name="publication">The publication.</param>
    /// <param name="definitions">What the newsroom has said of its feeds.</param>
    /// <param name="listed">The articles in its index, newest first.</param>
    /// <param name="gone">Those in the index of its tombstones, newest first.</param>
    /// <param name="written">When its documents last changed.</param>
    internal FeedContent(
        string feed,
        Publication publication,
        FeedDefinitions definitions,
        IReadOnlyList<ArticleView> listed,
        IReadOnlyList<ArticleView> gone,
        DateTimeOffset written)
    {
        (this.feed, this.publication, this.definitions) = (feed, publication, definitions);
        (this.listed, this.gone, this.written) = (listed, gone, written);
    }

    /// <summary>What there is to be shown at a moment. Pure.</summary>
    public FeedMoment At(DateTimeOffset now)
    {
        List<CarriedArticle> articles = [];
        List<GoneArticle> left = [];
        foreach (var view in listed.Concat(gone).DistinctBy(view => view.Id, StringComparer.Ordinal))
        {
            switch (view.At(now))
            {
                case ArticleState.Visible visible when Selects(visible.Article):
                    articles.Add(new CarriedArticle(view.Id, visible));
                    break;
                case ArticleState.Gone state when EndOf(state) > now && (state.Article is not { } last || Selects(last)):
                    left.Add(GoneArticle.Of(view, state, now));
                    break;
                default:
                    break;
            }
        }

        // One that has come back stands among the tombstones until the next pass: it is told of in its place.
        articles.Sort((one, other) => KeyOf(other).CompareTo(KeyOf(one)));
        left.Sort((one, other) => other.State.When.CompareTo(one.State.When));
        var moments = articles.Select(article => article.State.Shown).Concat(left.Select(article => article.State.When));
        var turns = listed.Concat(gone).Select(view => view.NextTurn(now))
            .Concat(left.Select(article => (DateTimeOffset?)EndOf(article.State)));
        return new FeedMoment(
            feed,
            definitions.Find(feed),
            definitions.Title(feed, [.. articles.Select(article => article.State.Article)]),
            articles,
            left)
        {
            Modified = moments.Append(written).Max(),
            Until = turns.Min(),
        };
    }

    private static EntryKey KeyOf(CarriedArticle article) => new(article.State.Published, article.Id);

    private DateTimeOffset EndOf(ArticleState.Gone state) => state.When.AddDays(publication.TombstoneDays);

    private bool Selects(Article article) =>
        definitions.Selecting(article, publication.Language).Contains(feed, StringComparer.Ordinal);
}
