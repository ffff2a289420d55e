using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Formats.Html;

namespace Newswire.Projection;

/// <summary>Renders what tells of all feeds, on paper: the list of feeds, the home page, the sitemap.</summary>
internal sealed class SitePlanner(
    StateMemory memory,
    IndexPlanner indexes,
    DocumentPlanner documents,
    IReadOnlyList<IFeedFormat> formats,
    Publication publication)
{
    /// <param name="tasks">What was done for which feed.</param>
    /// <param name="updates">What came of it.</param>
    /// <param name="sitemapIsDue">Whether the sitemap is to be looked at whatever has changed.</param>
    /// <param name="facts">What the pass knows.</param>
    /// <param name="repairing">Whether to write everything touched, changed or not.</param>
    /// <param name="plan">Where the writes go.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>When the sitemap is to be looked at again; null for not before something changes.</returns>
    public async Task<DateTimeOffset?> PlanAsync(
        IReadOnlyList<FeedTask> tasks,
        IReadOnlyList<FeedUpdate> updates,
        bool sitemapIsDue,
        PassFacts facts,
        bool repairing,
        PassPlan plan,
        CancellationToken cancellationToken)
    {
        var list = await memory.ReadAsync(ObjectPaths.FeedList, StateJson.Compact.FeedList, cancellationToken);
        var now = After(list.Value ?? FeedList.Empty, tasks, updates, facts.Placement.Definitions);
        if (repairing || !now.Equals(list.Value))
        {
            plan.FeedList.Add(indexes.Write(ObjectPaths.FeedList, now, StateJson.Compact.FeedList, list.ETag));
            await documents.PlanAsync(
                ObjectPaths.HomePage, HomePage.Write(publication, now.Titles, formats), HomePage.ContentType, facts, repairing, plan, cancellationToken);
        }

        return null;
    }

    private static FeedList After(
        FeedList before, IReadOnlyList<FeedTask> tasks, IReadOnlyList<FeedUpdate> updates, FeedDefinitions definitions)
    {
        var titles = new SortedDictionary<string, string>(
            before.Titles.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (task, update) in tasks.Zip(updates))
        {
            if (!task.IsLive)
            {
                titles.Remove(task.Feed);
            }
            else if (update.Title is { } title)
            {
                titles[task.Feed] = title;
            }
        }

        return new FeedList(titles) { Moved = definitions.Moved, Retired = definitions.Retired };
    }
}
