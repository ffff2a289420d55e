using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Newswire.Feeds;
using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>Reads which feeds there are and what they follow, each as the last pass left it.</summary>
public sealed class FeedsInForce(IObjectStore store)
{
    /// <summary>The definitions that the documents follow.</summary>
    public Task<FeedDefinitions> DefinitionsAsync(CancellationToken cancellationToken) =>
        ReadAsync(ObjectPaths.Definitions, StateJson.Compact.FeedDefinitions, FeedDefinitions.Empty, cancellationToken);

    /// <summary>Every feed there is or was.</summary>
    public Task<FeedList> ListAsync(CancellationToken cancellationToken) =>
        ReadAsync(ObjectPaths.FeedList, StateJson.Compact.FeedList, FeedList.Empty, cancellationToken);

    /// <summary>How far the feeds have come whose history is still being derived.</summary>
    public async Task<IReadOnlyList<FeedWalk>> WalksAsync(CancellationToken cancellationToken) =>
        (await ReadAsync(ObjectPaths.Cursor, StateJson.Compact.Cursor, Cursor.Start, cancellationToken)).Walks;

    private async Task<T> ReadAsync<T>(
        ObjectPath path, JsonTypeInfo<T> type, T absent, CancellationToken cancellationToken)
        where T : class =>
        await store.ReadAsync(path, cancellationToken) is { } stored
            ? JsonSerializer.Deserialize(stored.Content.Span, type) ?? absent
            : absent;
}
