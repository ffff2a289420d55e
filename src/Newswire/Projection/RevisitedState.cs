using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Caching.Memory;
using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>
/// Remembers the projection's state for those who serve it while passes go on, here or elsewhere. What was seen while the
/// cursor had its present tag is taken as it is (<see cref="StateMemory"/> says why that holds); what was seen before is
/// asked for its own tag, and read again only when that is another.
/// </summary>
/// <param name="store">Where the state is.</param>
/// <param name="maxBytes">About how much memory it may take; what was not used for longest goes.</param>
internal sealed class RevisitedState(IObjectStore store, long maxBytes) : IDisposable
{
    /// <summary>What an object costs beside its content: its name, its tags.</summary>
    private const long SlotBytes = 512;

    /// <summary>How many bytes of memory a byte of JSON becomes: two a character, and the objects around it.</summary>
    private const long Expansion = 3;

    private readonly MemoryCache objects = new(new MemoryCacheOptions { SizeLimit = maxBytes });

    private IObjectStore Store => store;

    /// <summary>The state for a reader who has seen the cursor under this tag, and asked for it before.</summary>
    public Visit Under(string cursorTag) => new(this, cursorTag);

    /// <inheritdoc/>
    public void Dispose() => objects.Dispose();

    private Remembered<T> Keep<T>(ObjectPath path, Seen<T> seen)
    {
        objects.Set(path, seen, new MemoryCacheEntryOptions { Size = SlotBytes + (Expansion * seen.LengthBytes) });
        return seen.Object;
    }

    /// <summary>An object as it was seen.</summary>
    /// <param name="CursorTag">The tag the cursor had.</param>
    /// <param name="Object">The object.</param>
    /// <param name="LengthBytes">How long it is in storage.</param>
    private sealed record Seen<T>(string CursorTag, Remembered<T> Object, int LengthBytes);

    /// <summary>The state under one tag of the cursor.</summary>
    internal sealed class Visit(RevisitedState state, string cursorTag) : IStateReader
    {
        /// <summary>Whether any object was another than the one remembered.</summary>
        public bool HasFoundNews { get; private set; }

        /// <inheritdoc/>
        public async Task<Remembered<T>> ReadAsync<T>(
            ObjectPath path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        {
            if (state.objects.Get<Seen<T>>(path) is { } seen)
            {
                if (seen.CursorTag == cursorTag)
                {
                    return seen.Object;
                }

                if (await TagOfAsync(path, cancellationToken) == seen.Object.ETag)
                {
                    return state.Keep(path, seen with { CursorTag = cursorTag });
                }
            }

            HasFoundNews = true;
            var read = await state.Store.ReadAsync(path, cancellationToken) is { } stored
                ? new Seen<T>(
                    cursorTag,
                    new Remembered<T>(JsonSerializer.Deserialize(stored.Content.Span, type), stored.Properties.ETag),
                    stored.Content.Length)
                : new Seen<T>(cursorTag, new Remembered<T>(default, ETag: null), 0);
            return state.Keep(path, read);
        }

        /// <summary>The tag that the object has at this moment; null when there is none. Not remembered.</summary>
        public async Task<string?> TagOfAsync(ObjectPath path, CancellationToken cancellationToken) =>
            (await state.Store.HeadAsync(path, cancellationToken))?.ETag;

        /// <summary>What is kept beside a public document; null when there is none.</summary>
        public async Task<DocumentFacts?> ReadFactsAsync(ObjectPath path, CancellationToken cancellationToken)
        {
            if (state.objects.Get<Seen<DocumentFacts>>(path) is { } seen && seen.CursorTag == cursorTag)
            {
                return seen.Object.Value;
            }

            var properties = await state.Store.HeadAsync(path, cancellationToken);
            var facts = properties is null ? null : DocumentFacts.From(properties.Metadata);
            return state.Keep(path, new Seen<DocumentFacts>(cursorTag, new Remembered<DocumentFacts>(facts, properties?.ETag), 0)).Value;
        }
    }
}
