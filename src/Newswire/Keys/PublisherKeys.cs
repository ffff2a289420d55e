using System.Security.Cryptography;
using System.Text;
using Newswire.Delivery;
using Newswire.Storage;

namespace Newswire.Keys;

/// <summary>
/// The keys that let a CMS publish; see <see cref="SecretKey"/>. All keys of a publication are one small object, so that
/// checking a wrong key costs no storage read.
/// </summary>
public sealed class PublisherKeys(IObjectStore store, TimeProvider time) : IDisposable
{
    /// <summary>What every publisher key begins with, so that scanners for leaked secrets can find it.</summary>
    public const string Prefix = "nwp_";

    /// <summary>How long a process relies on what it read: within this time a revoked key stops to work everywhere.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(5);

    private static readonly ObjectPath Path = new(Containers.Keys, "publishers.json");

    private readonly RecentState<List<PublisherKey>> stored = new(store, Path, KeysJson.Default.ListPublisherKey, MaxAge, time);
    private volatile PublisherKey? own;

    /// <summary>
    /// A key that is good in this process as long as it lives, and is stored nowhere: for a program that has the storage, and
    /// with it every right, and asks a surface of its own. It is named after whom the system says runs it.
    /// </summary>
    public string MakeOwn()
    {
        var secret = SecretKey.Make(Prefix);
        var hash = SecretKey.Hash(secret);
        own = new PublisherKey(SecretKey.Id(hash), Environment.UserName, hash, time.GetUtcNow());
        return secret;
    }

    /// <summary>Whether it is the key that <see cref="MakeOwn"/> made.</summary>
    public bool IsOwn(PublisherKey key) => key == own;

    /// <summary>Makes a key.</summary>
    /// <param name="name">What the newsroom calls it; need not be unique.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The key as its holder sends it, and what is stored of it.</returns>
    public async Task<(string Secret, PublisherKey Key)> CreateAsync(string name, CancellationToken cancellationToken)
    {
        var secret = SecretKey.Make(Prefix);
        var hash = SecretKey.Hash(secret);
        var key = new PublisherKey(SecretKey.Id(hash), name, hash, time.GetUtcNow());
        await stored.ChangeAsync(keys => [.. keys ?? [], key], cancellationToken);
        return (secret, key);
    }

    /// <summary>Takes every key with this id or name out of use. Returns how many there were.</summary>
    public async Task<int> RevokeAsync(string idOrName, CancellationToken cancellationToken)
    {
        var revoked = 0;
        await stored.ChangeAsync(
            keys =>
            {
                var now = time.GetUtcNow();
                var hit = (keys ?? []).Where(key => key.Revoked is null && (key.Id == idOrName || key.Name == idOrName)).ToHashSet();
                revoked = hit.Count;
                return hit.Count == 0 ? keys : keys?.ConvertAll(key => hit.Contains(key) ? key with { Revoked = now } : key);
            },
            cancellationToken);
        return revoked;
    }

    /// <summary>Every key there is or was.</summary>
    public async Task<IReadOnlyList<PublisherKey>> ListAsync(CancellationToken cancellationToken) =>
        await stored.ReadAsync(cancellationToken) ?? [];

    /// <summary>Whether the key is good. Takes the same time for every wrong key.</summary>
    public async Task<KeyCheck> CheckAsync(string secret, CancellationToken cancellationToken) =>
        await RecognizeAsync(secret, cancellationToken) is not { } key ? KeyCheck.Unknown
        : key.Revoked is null ? KeyCheck.Good
        : KeyCheck.Revoked;

    /// <summary>What is stored of the key, if it is good; null for every other. Takes the same time for every wrong key.</summary>
    public async Task<PublisherKey?> FindAsync(string secret, CancellationToken cancellationToken) =>
        await RecognizeAsync(secret, cancellationToken) is { Revoked: null } key ? key : null;

    /// <inheritdoc/>
    public void Dispose() => stored.Dispose();

    private async Task<PublisherKey?> RecognizeAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = Encoding.ASCII.GetBytes(SecretKey.Hash(secret));
        var found = own is { } mine && CryptographicOperations.FixedTimeEquals(hash, Encoding.ASCII.GetBytes(mine.Hash)) ? mine : null;
        foreach (var key in await stored.RecentAsync(cancellationToken) ?? [])
        {
            if (CryptographicOperations.FixedTimeEquals(hash, Encoding.ASCII.GetBytes(key.Hash)))
            {
                found = key;
            }
        }

        return found;
    }
}
