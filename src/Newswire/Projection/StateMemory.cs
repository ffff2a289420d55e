using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>
/// Reads the projection's state and remembers it between passes. Whatever is remembered was true when the cursor had
/// its last tag: only passes write this state and every pass writes the cursor, so while the cursor's tag has not
/// changed, nothing else has. The pass forgets everything when it has.
/// </summary>
internal sealed class StateMemory(IObjectStore store) : IStateReader
{
    private readonly ConcurrentDictionary<ObjectPath, object> objects = new();

    public int Count => objects.Count;

    public void Forget() => objects.Clear();

    public async Task<Remembered<T>> ReadAsync<T>(ObjectPath path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        if (objects.TryGetValue(path, out var known))
        {
            return (Remembered<T>)known;
        }

        var read = await ReadAfreshAsync(path, type, cancellationToken);
        objects[path] = read;
        return read;
    }

    /// <summary>Reads without remembering: for what is large, or seldom needed twice.</summary>
    public async Task<Remembered<T>> ReadAfreshAsync<T>(
        ObjectPath path, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        await store.ReadAsync(path, cancellationToken) is { } stored
            ? new Remembered<T>(JsonSerializer.Deserialize(stored.Content.Span, type), stored.Properties.ETag)
            : new Remembered<T>(default, ETag: null);

    /// <summary>Whether there is such an object; not remembered.</summary>
    public async Task<bool> ExistsAsync(ObjectPath path, CancellationToken cancellationToken) =>
        await store.HeadAsync(path, cancellationToken) is not null;

    /// <summary>The facts of a document: what it is compared with before it is written.</summary>
    public async Task<Remembered<DocumentFacts>> ReadFactsAsync(ObjectPath path, CancellationToken cancellationToken)
    {
        if (objects.TryGetValue(path, out var known))
        {
            return (Remembered<DocumentFacts>)known;
        }

        var properties = await store.HeadAsync(path, cancellationToken);
        var facts = new Remembered<DocumentFacts>(
            properties is null ? null : DocumentFacts.From(properties.Metadata), properties?.ETag);
        objects[path] = facts;
        return facts;
    }

    public void Remember<T>(ObjectPath path, T value, string etag) => objects[path] = new Remembered<T>(value, etag);

    public void Forget(ObjectPath path) => objects.TryRemove(path, out _);
}
