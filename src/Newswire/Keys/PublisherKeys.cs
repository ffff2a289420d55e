using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Newswire.Storage;

namespace Newswire.Keys;

/// <summary>
/// The keys that let a CMS publish. A key is 256 random bits, shown once; storage holds its SHA-256 (a random key needs
/// no slow hash). All keys of a publication are one small object, so that checking a wrong key costs no storage read.
/// </summary>
public sealed class PublisherKeys(IObjectStore store, TimeProvider time) : IDisposable
{
    /// <summary>What every publisher key begins with, so that scanners for leaked secrets can find it.</summary>
    public const string Prefix = "nwp_";

    /// <summary>How long a process relies on what it read: within this time a revoked key stops to work everywhere.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(5);

    private static readonly ObjectPath Path = new(Containers.Keys, "publishers.json");

    private readonly SemaphoreSlim reading = new(1, 1);
    private Snapshot? current;

    /// <summary>Makes a key.</summary>
    /// <param name="name">What the newsroom calls it; need not be unique.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The key as its holder sends it, and what is stored of it.</returns>
    public async Task<(string Secret, PublisherKey Key)> CreateAsync(string name, CancellationToken cancellationToken)
    {
        var secret = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var hash = Convert.ToHexStringLower(Hash(secret));
        var key = new PublisherKey(hash[..8], name, hash, time.GetUtcNow());
        await ChangeAsync(keys => [.. keys, key], cancellationToken);
        return (secret, key);
    }

    /// <summary>Takes every key with this id or name out of use. Returns how many there were.</summary>
    public async Task<int> RevokeAsync(string idOrName, CancellationToken cancellationToken)
    {
        var revoked = 0;
        await ChangeAsync(
            keys =>
            {
                var now = time.GetUtcNow();
                var hit = keys.Where(key => key.Revoked is null && (key.Id == idOrName || key.Name == idOrName)).ToHashSet();
                revoked = hit.Count;
                return keys.ConvertAll(key => hit.Contains(key) ? key with { Revoked = now } : key);
            },
            cancellationToken);
        return revoked;
    }

    /// <summary>Every key there is or was.</summary>
    public async Task<IReadOnlyList<PublisherKey>> ListAsync(CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).Keys;

    /// <summary>Whether the key is good. Takes the same time for every wrong key.</summary>
    public async Task<KeyCheck> CheckAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Hash(secret)));
        var result = KeyCheck.Unknown;
        foreach (var key in await FreshAsync(cancellationToken))
        {
            if (CryptographicOperations.FixedTimeEquals(hash, Encoding.ASCII.GetBytes(key.Hash)))
            {
                result = key.Revoked is null ? KeyCheck.Good : KeyCheck.Revoked;
            }
        }

        return result;
    }

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private bool IsFresh(Snapshot snapshot) =>
        time.GetElapsedTime(snapshot.ReadAt) < MaxAge;

    private async Task<IReadOnlyList<PublisherKey>> FreshAsync(CancellationToken cancellationToken)
    {
        if (current is { } known && IsFresh(known))
        {
            return known.Keys;
        }

        await reading.WaitAsync(cancellationToken);
        try
        {
            // Kept aside: a change of the keys in this process takes what is current away at any time.
            var snapshot = current;
            if (snapshot is null || !IsFresh(snapshot))
            {
                current = snapshot = await ReadAsync(cancellationToken);
            }

            return snapshot.Keys;
        }
        finally
        {
            reading.Release();
        }
    }

    private async Task<Snapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var readAt = time.GetTimestamp();
        var stored = await store.ReadAsync(Path, cancellationToken);
        var keys = stored is null ? [] : JsonSerializer.Deserialize(stored.Content.Span, KeysJson.Default.ListPublisherKey)!;
        return new Snapshot(keys, stored?.Properties.ETag, readAt);
    }

    private async Task ChangeAsync(
        Func<List<PublisherKey>, List<PublisherKey>> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var before = await ReadAsync(cancellationToken);
            var bytes = JsonSerializer.SerializeToUtf8Bytes(change(before.Keys), KeysJson.Default.ListPublisherKey);
            var content = new ObjectContent(bytes, "application/json");
            if (await store.WriteAsync(Path, content, before.ETag, cancellationToken) is WriteResult.Written)
            {
                current = null;
                return;
            }
        }
    }

    private sealed record Snapshot(List<PublisherKey> Keys, string? ETag, long ReadAt);
}
