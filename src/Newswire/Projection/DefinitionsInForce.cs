using System.Text.Json;
using Newswire.Feeds;
using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>Reads the definitions of feeds that the documents follow at present.</summary>
public sealed class DefinitionsInForce(IObjectStore store)
{
    /// <summary>The definitions as the last pass left them.</summary>
    public async Task<FeedDefinitions> ReadAsync(CancellationToken cancellationToken) =>
        await store.ReadAsync(ObjectPaths.Definitions, cancellationToken) is { } stored
            ? JsonSerializer.Deserialize(stored.Content.Span, StateJson.Compact.FeedDefinitions) ?? FeedDefinitions.Empty
            : FeedDefinitions.Empty;
}
