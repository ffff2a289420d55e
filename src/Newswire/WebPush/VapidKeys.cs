using System.Text.Json;
using Newswire.Storage;

namespace Newswire.WebPush;

/// <summary>
/// The publication's VAPID key: made when it is first asked for, and the same for ever, in every process. Browsers
/// subscribe to this one key, so another would lose every subscription.
/// </summary>
public sealed class VapidKeys(IObjectStore store)
{
    /// <summary>Where the key is stored.</summary>
    public static readonly ObjectPath Path = new(Containers.Keys, "vapid.json");

    private VapidKey? known;

    /// <summary>The key. A process reads it once.</summary>
    /// <exception cref="InvalidDataException">What is stored is no key. It stays as it is.</exception>
    public async ValueTask<VapidKey> GetAsync(CancellationToken cancellationToken) =>
        known ??= await ReadAsync(cancellationToken) ?? await CreateAsync(cancellationToken);

    private async Task<VapidKey> CreateAsync(CancellationToken cancellationToken)
    {
        var key = VapidKey.Create();
        var bytes = JsonSerializer.SerializeToUtf8Bytes(key.Store(), WebPushJson.Stored.StoredVapidKey);
        var result = await store.WriteAsync(Path, new ObjectContent(bytes, "application/json"), expectedETag: null, cancellationToken);

        // Whoever writes first makes the key; a key that somebody may have subscribed to is never replaced.
        return result is WriteResult.Written
            ? key
            : await ReadAsync(cancellationToken)
                ?? throw new InvalidDataException($"{Path} was there, and now it is not. Restore it, or ask again for a new key.");
    }

    private async Task<VapidKey?> ReadAsync(CancellationToken cancellationToken) =>
        await store.ReadAsync(Path, cancellationToken) is { } stored
            ? Parse(stored.Content.Span) ?? throw new InvalidDataException(
                $"{Path} is not a VAPID key. Restore it from a copy: a new key would lose every push subscription, so none is made.")
            : null;

    /// <remarks>What a parser says of the faults might show a part of the key, so nobody hears it.</remarks>
    private static VapidKey? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, WebPushJson.Stored.StoredVapidKey) is { } stored
                ? VapidKey.Restore(stored)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
