using System.Text;
using System.Text.Json;
using Newswire.Feeds;
using Newswire.Http.Tests.Surface;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.TestKit.Storage;

namespace Newswire.Http.Tests.Serving;

/// <summary>Puts into storage what the projection of another process would have written.</summary>
internal static class StoredState
{
    /// <summary>The list of feeds, in the form it is stored in.</summary>
    public static Task WriteFeedsAsync(this InMemoryObjectStore store, params IEnumerable<string> live) =>
        store.WriteFeedsAsync(live, [], []);

    public static Task WriteFeedsAsync(
        this InMemoryObjectStore store,
        IEnumerable<string> live,
        IEnumerable<(string From, string To)> moved,
        IEnumerable<string> retired) =>
        store.OverwriteAsync(ObjectPaths.FeedList, Json(new
        {
            titles = live.ToDictionary(name => name, StringComparer.Ordinal),
            moved = moved.ToDictionary(pair => pair.From, pair => pair.To, StringComparer.Ordinal),
            retired,
        }));

    /// <summary>
    /// The pages of a feed, in the form in which they are stored: the oldest and those that begin here, but for the last
    /// all in the archive.
    /// </summary>
    public static Task WriteDirectoryAsync(this InMemoryObjectStore store, string feed, params IReadOnlyList<EntryKey> starts) =>
        store.OverwriteAsync(ObjectPaths.Directory(feed), Json(new
        {
            starts = starts.Select(start => new { published = start.Published, id = start.Id }),
            archived = starts.Count,
        }));

    /// <summary>A document with its validators.</summary>
    public static Task WriteDocumentAsync(
        this InMemoryObjectStore store,
        ObjectPath path,
        string text,
        string contentType,
        string hash = "hash",
        DateTimeOffset? modified = null) =>
        store.OverwriteAsync(path, new ObjectContent(Encoding.UTF8.GetBytes(text), contentType)
        {
            Metadata = new DocumentFacts(hash, modified ?? NewswireSurface.Now).ToMetadata(),
        });

    private static ObjectContent Json<T>(T value) => new(JsonSerializer.SerializeToUtf8Bytes(value), "application/json");

    private static async Task OverwriteAsync(this InMemoryObjectStore store, ObjectPath path, ObjectContent content)
    {
        var before = await store.HeadAsync(path, CancellationToken.None);
        await store.WriteAsync(path, content, before?.ETag, CancellationToken.None);
    }
}
