using System.Text.Json;
using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>Reads the current views of articles.</summary>
public sealed class ArticleViews(IObjectStore store)
{
    /// <summary>The view as the last pass left it; null when no change of the article has been projected.</summary>
    public async Task<ArticleView?> FindAsync(string articleId, CancellationToken cancellationToken) =>
        await store.ReadAsync(ObjectPaths.View(articleId), cancellationToken) is { } stored
            ? JsonSerializer.Deserialize(stored.Content.Span, StateJson.Compact.ArticleView)
            : null;
}
