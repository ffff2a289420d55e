using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Formats.Html;
using Newswire.Formats.Opml;
using Newswire.Formats.Sitemaps;

namespace Newswire.Projection;

/// <summary>Renders what tells of all feeds, on paper: their list, for machines and for people.</summary>
internal sealed class SitePlanner(
    StateMemory memory,
    IndexPlanner indexes,
    DocumentPlanner documents,
    IReadOnlyList<IFeedFormat> formats,
    Publication publication)
{
    /// <param name="tasks">What was done for which feed.</param>
    /// <param name="updates">What came of it.</param>
    /// <param name="facts">What the pass knows.</param>
    /// <param name="repairing">Whether to write everything touched, changed or not.</param>
    /// <param name="plan">Where the writes go.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task PlanAsync(
        IReadOnlyList<FeedTask> tasks,
        IReadOnlyList<FeedUpdate?> updates,
        PassFacts facts,
        bool repairing,
        PassPlan plan,
        CancellationToken cancellationToken)
    {
        var definitions = facts.Placement.Definitions;
        var stored = await memory.ReadAsync(ObjectPaths.FeedList, StateJson.Compact.FeedList, cancellationToken);
        var list = After(stored.Value ?? FeedList.Empty, tasks, updates, definitions);
        if (!repairing && list.Equals(stored.Value) && plan.Definitions.Count == 0)
        {
            return;
        }

        plan.FeedList.Add(indexes.Write(ObjectPaths.FeedList, list, StateJson.Compact.FeedList, stored.ETag));
        var descriptions = definitions.ByName
            .Where(feed => feed.Value.Definition.Description is not null)
            .ToDictionary(feed => feed.Key, feed => feed.Value.Definition.Description!, StringComparer.Ordinal);
        foreach (var document in new[]
        {
            new RenderedDocument(
                ObjectPaths.HomePage, HomePage.ContentType, HomePage.Write(publication, list.Titles, formats, descriptions)),
            new RenderedDocument(
                ObjectPaths.Opml, OpmlDocument.ContentType, OpmlDocument.Write(publication, list.Titles, formats[0])),
            new RenderedDocument(ObjectPaths.Robots, RobotsText.ContentType, RobotsText.Write(publication)),
            new RenderedDocument(ObjectPaths.Manifest, WebManifest.ContentType, WebManifest.Write(publication)),
            new RenderedDocument(ObjectPaths.StyleSheet, FeedStyleSheet.ContentType, FeedStyleSheet.Content),
        })
        {
            await documents.PlanAsync(document, facts, repairing, plan, cancellationToken);
        }
    }

    private static FeedList After(
        FeedList before, IReadOnlyList<FeedTask> tasks, IReadOnlyList<FeedUpdate?> updates, FeedDefinitions definitions)
    {
        var titles = new SortedDictionary<string, string>(
            before.Titles.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (task, update) in tasks.Zip(updates))
        {
            if (!task.IsLive)
            {
                titles.Remove(task.Feed);
            }
            else if (update?.Title is { } title)
            {
                titles[task.Feed] = title;
            }
        }

        return new FeedList(titles) { Moved = definitions.Moved, Retired = definitions.Retired };
    }
}
