using System.Text.Json;
using Newswire.Formats;
using Newswire.Projection.Streams;
using Newswire.Storage;

namespace Newswire.Projection.Generations;

/// <summary>How a projection that was built takes the place of the one that is served.</summary>
public sealed class Succession(
    GenerationRecords generations,
    IEnumerable<IPassFollower> followers,
    IEnumerable<IFeedFormat> formats,
    IMessageQueues queues,
    TimeProvider time)
{
    /// <summary>Serves the one that was built. The caller has the lease of the passes.</summary>
    /// <returns>False when somebody else was at it, and it is to be tried again.</returns>
    internal async Task<bool> TryAsync(SideBySide both, Building building, CancellationToken cancellationToken)
    {
        if (await both.LevelAsync(cancellationToken) is not { } stands)
        {
            return false;
        }

        // The step. A pass that has lost the lease without noticing finds the cursor changed, here or there: it fails.
        var replaced = new ObjectContent(
            JsonSerializer.SerializeToUtf8Bytes(stands.Cursor with { ReplacedBy = building.Number }, StateJson.Compact.Cursor),
            "application/json");
        if (await both.Served.WriteAsync(ObjectPaths.Cursor, replaced, stands.ETag, cancellationToken) is not WriteResult.Written)
        {
            return false;
        }

        await generations.ChangeAsync(record => record.Serve(building.Number, time.GetUtcNow()), cancellationToken);

        // What came meanwhile waits for a pass over the new one.
        await queues.SendAsync(QueueNames.CatalogChanged, stands.Cursor.Position.ToString(), cancellationToken);
        return true;
    }

    /// <summary>
    /// Tells subscribers and partners, unless that is done, of what is different in the one that is served now. Who was told
    /// of a document finds out by itself that it is the same.
    /// </summary>
    /// <exception cref="StorageAwayException">Storage did not answer; the next time tells all of it again.</exception>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        var record = await generations.ReadAsync(cancellationToken);
        if (record.Untold is not { } before)
        {
            return;
        }

        var (old, served) = (generations.In(new Generation(before)), generations.In(new Generation(record.Served)));
        var feeds = new FeedsInForce(served);
        List<string> changed = [];
        foreach (var feed in (await feeds.ListAsync(cancellationToken)).Titles.Keys)
        {
            if (await IsDifferentAsync(feed, old, served, cancellationToken))
            {
                changed.Add(feed);
            }
        }

        var heads = await served.ReadAsync(StreamPaths.Heads, cancellationToken) is { } stored
            ? JsonSerializer.Deserialize(stored.Content.Span, StateJson.Compact.StreamHeads)!
            : StreamHeads.Empty;
        var news = new PassNews(changed, [], await feeds.DefinitionsAsync(cancellationToken), time.GetUtcNow(), Repairing: true)
        {
            Partners = [.. heads.ByPartner.Keys.Where(partner => heads.Find(partner) is not null).Order(StringComparer.Ordinal)],
        };
        foreach (var follower in followers)
        {
            await follower.FollowAsync(news, cancellationToken);
        }

        await generations.ChangeAsync(now => now.Untold == before ? now with { Untold = null } : now, cancellationToken);
    }

    private async Task<bool> IsDifferentAsync(
        string feed, IObjectStore old, IObjectStore served, CancellationToken cancellationToken)
    {
        foreach (var format in formats)
        {
            var path = ObjectPaths.Document(feed, format.Extension);
            if (await FactsAsync(old, path, cancellationToken) != await FactsAsync(served, path, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<DocumentFacts?> FactsAsync(
        IObjectStore store, ObjectPath path, CancellationToken cancellationToken) =>
        await store.HeadAsync(path, cancellationToken) is { } properties ? DocumentFacts.From(properties.Metadata) : null;
}
