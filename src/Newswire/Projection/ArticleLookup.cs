using System.Collections.Concurrent;
using Newswire.Catalog;

namespace Newswire.Projection;

/// <summary>Reads the articles that a pass looks at, and folds their changes into them.</summary>
internal sealed class ArticleLookup(StateMemory memory, DefinitionsPlanner definitions, ProjectionOptions options)
{
    /// <summary>The articles that have changes, and those whose time has come.</summary>
    public async Task<IReadOnlyList<TouchedArticle>> LookAsync(
        IReadOnlyList<RecordedChange> changes,
        IReadOnlyList<string> due,
        Placement placement,
        CancellationToken cancellationToken)
    {
        var byArticle = changes.Where(change => change.Change is Change.OfArticle)
            .ToLookup(change => ((Change.OfArticle)change.Change).ArticleId, StringComparer.Ordinal);
        List<string> ids = [.. byArticle.Select(article => article.Key).Union(due, StringComparer.Ordinal)];
        var articles = new TouchedArticle?[ids.Count];
        await Parallel.ForAsync(0, ids.Count, options.Parallelism(cancellationToken), async (i, cancelled) =>
        {
            var before = await ReadViewAsync(ids[i], cancelled);
            articles[i] = byArticle.Contains(ids[i])
                ? TouchedArticle.Fold(before, [.. byArticle[ids[i]]], placement)
                : TouchedArticle.Look(before, placement);
        });
        return [.. articles.OfType<TouchedArticle>()];
    }

    /// <summary>These articles as they are stored.</summary>
    public async Task<IReadOnlyList<TouchedArticle>> LookAgainAsync(
        IEnumerable<string> ids, Placement placement, CancellationToken cancellationToken)
    {
        var articles = new ConcurrentBag<TouchedArticle>();
        await Parallel.ForEachAsync(ids, options.Parallelism(cancellationToken), async (id, cancelled) =>
        {
            if (TouchedArticle.Look(await ReadViewAsync(id, cancelled), placement) is { } article)
            {
                articles.Add(article);
            }
        });
        return [.. articles.OrderBy(article => article.After.Id, StringComparer.Ordinal)];
    }

    /// <summary>The articles in the stretches of walks that no change has touched.</summary>
    public async Task<IReadOnlyDictionary<WalkSlice, IReadOnlyList<TouchedArticle>>> LookAtWalkedAsync(
        IReadOnlyList<WalkSlice> slices,
        IReadOnlyList<TouchedArticle> touched,
        Placement placement,
        CancellationToken cancellationToken)
    {
        var known = touched.Select(article => article.After.Id).ToHashSet(StringComparer.Ordinal);
        Dictionary<WalkSlice, IReadOnlyList<string>> ids = [];
        foreach (var slice in slices.Where(slice => slice.Walk.Over != slice.Walk.Feed))
        {
            ids[slice] = [.. (await definitions.KeysAsync(slice, cancellationToken)).Select(key => key.Id).Where(id => !known.Contains(id))];
        }

        // Feeds that are defined together go through the same articles together.
        var all = await LookAgainAsync(ids.Values.SelectMany(of => of).Distinct(StringComparer.Ordinal), placement, cancellationToken);
        var articles = all.ToDictionary(article => article.After.Id, StringComparer.Ordinal);
        return ids.ToDictionary(
            pair => pair.Key,
            pair => (IReadOnlyList<TouchedArticle>)[.. pair.Value.Where(articles.ContainsKey).Select(id => articles[id])]);
    }

    private Task<Remembered<ArticleView>> ReadViewAsync(string id, CancellationToken cancellationToken) =>
        memory.ReadAfreshAsync(ObjectPaths.View(id), StateJson.Compact.ArticleView, cancellationToken);
}
