using Newswire.Delivery;
using Newswire.Keys;
using Newswire.Storage;

namespace Newswire.Connectors;

/// <summary>
/// The connectors of a publication, all in one small object: whoever posts to a name that there is not costs no storage read.
/// </summary>
public sealed class ConnectorRecords(IObjectStore store, TimeProvider time) : IDisposable
{
    /// <summary>What every secret made here begins with, so that scanners for leaked secrets can find it.</summary>
    public const string SecretPrefix = "nwc_";

    /// <summary>How long a process relies on what it read: within this time a removed connector stops to work everywhere.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(5);

    private static readonly ObjectPath Path = new(Containers.Keys, "connectors.json");

    private readonly RecentState<List<Connector>> stored = new(store, Path, ConnectorsJson.Default.ListConnector, MaxAge, time);

    /// <summary>Every connector, by name.</summary>
    public async Task<IReadOnlyList<Connector>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await stored.ReadAsync(cancellationToken) ?? []).OrderBy(connector => connector.Name, StringComparer.Ordinal)];

    /// <summary>The connector as it was a moment ago; null when there was none of the name.</summary>
    public async ValueTask<Connector?> FindAsync(string name, CancellationToken cancellationToken) =>
        (await stored.RecentAsync(cancellationToken))?.Find(connector => connector.Name == name);

    /// <summary>Makes a connector, or changes one. The secret of one that is there stays unless the wish brings another.</summary>
    public async Task<(ConnectorChange Change, Connector Connector)> SetAsync(
        string name, ConnectorWish wish, CancellationToken cancellationToken)
    {
        var made = new Connector(name, wish.Kind, wish.Secret ?? SecretKey.Make(SecretPrefix), time.GetUtcNow()) { Authors = wish.Authors };
        var change = ConnectorChange.Created;
        var connector = made;
        await stored.ChangeAsync(
            connectors =>
            {
                var before = connectors?.Find(known => known.Name == name);
                if (before is null)
                {
                    (change, connector) = (connectors?.Count >= Connector.MaxConnectors ? ConnectorChange.TooMany : ConnectorChange.Created, made);
                    return change == ConnectorChange.TooMany ? connectors : [.. connectors ?? [], made];
                }

                (change, connector) = (ConnectorChange.Changed, made with { Secret = wish.Secret ?? before.Secret, Created = before.Created });
                return connectors!.ConvertAll(known => known.Name == name ? connector : known);
            },
            cancellationToken);
        return (change, connector);
    }

    /// <summary>Removes a connector; false when there is none of the name.</summary>
    public async Task<bool> RemoveAsync(string name, CancellationToken cancellationToken)
    {
        var removed = false;
        await stored.ChangeAsync(
            connectors =>
            {
                removed = connectors?.Exists(connector => connector.Name == name) == true;
                return removed ? connectors!.FindAll(connector => connector.Name != name) : connectors;
            },
            cancellationToken);
        return removed;
    }

    /// <inheritdoc/>
    public void Dispose() => stored.Dispose();
}
