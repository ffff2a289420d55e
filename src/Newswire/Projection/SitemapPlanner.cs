using Newswire.Feeds;
using Newswire.Formats.Sitemaps;

namespace Newswire.Projection;

/// <summary>Renders the Google News sitemap, on paper: the articles of the last two days, a thousand a file.</summary>
internal sealed class SitemapPlanner(IndexPlanner indexes, DocumentPlanner documents, Publication publication)
{
    /// <param name="latest">The index of all articles as the pass leaves it; null when the pass has not touched it.</param>
    /// <param name="facts">What the pass knows.</param>
    /// <param name="repairing">Whether to write documents even when their bytes are as before.</param>
    /// <param name="plan">Where the writes go.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>When its oldest article has to leave it; null when there is none.</returns>
    public async Task<DateTimeOffset?> PlanAsync(
        PlannedIndex? latest, PassFacts facts, bool repairing, PassPlan plan, CancellationToken cancellationToken)
    {
        latest ??= await indexes.ReadAsync(IndexLocation.Entries(FeedName.Latest), cancellationToken);
        var oldest = facts.Placement.Now - NewsSitemap.MaxAge;
        var newest = await latest.NewestFirstAsync(cancellationToken)
            .TakeWhile(entry => entry.Published > oldest)
            .ToListAsync(cancellationToken);
        var entries = await documents.FormatAsync(newest, definition: null, facts, cancellationToken);
        var files = NewsSitemap.FilesFor(entries.Count);
        for (var number = 1; number <= files; number++)
        {
            var part = entries.Skip((number - 1) * NewsSitemap.MaxUrls).Take(NewsSitemap.MaxUrls).Select(entry => entry.Entry);
            await documents.PlanAsync(
                new RenderedDocument(
                    ObjectPaths.NewsSitemap(number), NewsSitemap.ContentType, NewsSitemap.Write(publication, [.. part])),
                facts,
                repairing,
                plan,
                cancellationToken);
        }

        // On calmer days there are fewer files than on busy ones.
        for (var number = files + 1; await documents.RemoveAsync(ObjectPaths.NewsSitemap(number), plan, cancellationToken); number++)
        {
        }

        await documents.PlanAsync(
            new RenderedDocument(
                ObjectPaths.SitemapIndex, SitemapIndex.ContentType, SitemapIndex.Write(publication, files)),
            facts,
            repairing,
            plan,
            cancellationToken);
        return newest.Count > 0 ? newest[^1].Published + NewsSitemap.MaxAge : null;
    }
}
