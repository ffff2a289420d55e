namespace Newswire.Projection.Streams;

/// <summary>What a pass has found out about articles, as far as partners may have to be told.</summary>
/// <param name="Articles">The articles that were changed, or for which the time had come.</param>
/// <param name="Scheduled">The articles that are looked at because of what early access gives.</param>
/// <param name="Moved">By feed, the ids of those that came into it or left it because feeds were defined anew.</param>
internal sealed record StreamNews(
    IReadOnlyList<TouchedArticle> Articles,
    IReadOnlyList<TouchedArticle> Scheduled,
    IReadOnlyList<(string Feed, IReadOnlyList<string> Ids)> Moved)
{
    /// <summary>
    /// What goes into the partner's stream, in the order in which it happened; each article once. What a contract gives comes
    /// newest first.
    /// </summary>
    /// <param name="partner">The partner.</param>
    /// <param name="streams">What the streams follow.</param>
    /// <param name="placement">By what articles are placed.</param>
    /// <param name="safe">See <see cref="StreamEntry"/>.</param>
    public IReadOnlyList<StreamEntry> For(string partner, StreamsInForce streams, Placement placement, DateTimeOffset safe)
    {
        Dictionary<string, StreamEntry> byId = new(StringComparer.Ordinal);
        var reach = streams.ReachOf(partner, placement.Definitions);

        // What a contract or a definition has moved, then what has happened to the article itself, which says more.
        foreach (var slice in streams.WalksOf(partner))
        {
            var coming = slice.Walk is { Feed: null, Turned: false } ? Coming(placement.Now) : null;
            foreach (var (id, moment) in slice.Articles.Where(article => coming?.Contains(article.Id) != false))
            {
                Note(id, StreamAct.Publish, moment);
            }
        }

        foreach (var (_, ids) in Moved.Where(moved => reach.Contains(moved.Feed)))
        {
            foreach (var id in ids)
            {
                Note(id, StreamAct.Publish, placement.Definitions.LastReceived);
            }
        }

        foreach (var article in Articles.Where(article => reach.Overlaps(article.Feeds)))
        {
            Note(article.After.Id, ActOf(article, placement), article.Moment);
        }

        return [.. byId.Values.OrderBy(entry => entry.Moment)];

        void Note(string id, StreamAct act, DateTimeOffset moment) => byId[id] = new StreamEntry(
            id, act, byId.TryGetValue(id, out var known) && known.Moment > moment ? known.Moment : moment, safe);
    }

    /// <summary>Of what the schedule names the articles that nobody sees yet; others wait there for their end.</summary>
    private HashSet<string> Coming(DateTimeOffset now) => Scheduled
        .Where(article => article.After.At(now) is ArticleState.Scheduled)
        .Select(article => article.After.Id)
        .ToHashSet(StringComparer.Ordinal);

    private static StreamAct ActOf(TouchedArticle article, Placement placement)
    {
        // Before the change, but at this moment: time alone may have brought it to somebody in between.
        var before = article.HasChanged ? article.Before.Value?.At(placement.Now) : article.After.At(article.Moment.AddTicks(-1));
        return (before, article.After.At(placement.Now)) switch
        {
            (ArticleState.Visible was, ArticleState.Visible @is) when @is.Article.Correction is { } correction && correction != was.Article.Correction =>
                StreamAct.Correct,
            (ArticleState.Visible, ArticleState.Visible) => StreamAct.Update,
            (_, ArticleState.Visible) => StreamAct.Publish,
            (ArticleState.Visible, _) => StreamAct.End,
            (ArticleState.Scheduled was, ArticleState.Scheduled @is) when placement.IsOpen(@is) || !placement.IsOpen(was) =>
                article.HasChanged ? StreamAct.Update : StreamAct.Publish,
            (ArticleState.Scheduled was, _) when placement.IsOpen(was) => StreamAct.Recall,
            (_, ArticleState.Scheduled) => StreamAct.Publish,
            _ => StreamAct.Update,
        };
    }
}
