using System.Text.Json;
using Newswire.Feeds;
using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>Reads what the projection keeps of the feeds, for those who serve their documents.</summary>
public static class FeedState
{
    /// <summary>The content of <see cref="ObjectPaths.FeedList"/>.</summary>
    /// <exception cref="JsonException">It is not what the projection writes.</exception>
    public static FeedList ReadList(StoredObject stored) =>
        JsonSerializer.Deserialize(stored.Content.Span, StateJson.Compact.FeedList) ?? FeedList.Empty;

    /// <summary>The content of <see cref="ObjectPaths.Directory"/>.</summary>
    /// <exception cref="JsonException">It is not what the projection writes.</exception>
    public static FeedDirectory ReadDirectory(StoredObject stored) =>
        JsonSerializer.Deserialize(stored.Content.Span, StateJson.Compact.FeedDirectory) ?? FeedDirectory.Empty;
}
