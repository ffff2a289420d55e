using System.Text.Json;
using Newswire.Delivery;
using Newswire.Projection;
using Newswire.Projection.Streams;
using Newswire.Storage;

namespace Newswire.Partners.Changes;

/// <summary>Reads the streams as the passes left them.</summary>
/// <param name="store">Where they are.</param>
/// <param name="feeds">By what articles are selected.</param>
/// <param name="time">The clock.</param>
/// <param name="maxAge">How long it relies on what it read. Default <see cref="MaxAge"/>; with zero everything is read afresh.</param>
public sealed class PartnerStreams(IObjectStore store, FeedsInForce feeds, TimeProvider time, TimeSpan? maxAge = null)
    : IDisposable
{
    /// <summary>How long a process relies on what it read: within this time everybody sees what a pass has brought.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(1);

    private readonly RecentState<StreamHeads> heads =
        new(store, StreamPaths.Heads, StateJson.Compact.StreamHeads, maxAge ?? MaxAge, time);

    private StreamState? current;

    /// <summary>The streams as they were a moment ago. However many ask, it is one read a second.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async ValueTask<StreamState> RecentAsync(CancellationToken cancellationToken)
    {
        var read = await heads.RecentAsync(cancellationToken) ?? StreamHeads.Empty;
        if (current is not { } known || !ReferenceEquals(known.Heads, read))
        {
            // Read behind the heads: an entry was noted by these definitions, or by earlier ones.
            current = known = new StreamState(read, await feeds.DefinitionsAsync(cancellationToken));
        }

        return known;
    }

    /// <summary>A page of a stream; what a pass has noted and not finished may stand at its end.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task<StreamPage> ReadAsync(
        string partner, StreamHead head, long page, CancellationToken cancellationToken) =>
        await store.ReadAsync(StreamPaths.Page(partner, head.Epoch, page), cancellationToken) is { } stored
            ? JsonSerializer.Deserialize(stored.Content.Span, StateJson.Compact.StreamPage) ?? StreamPage.Empty
            : StreamPage.Empty;

    /// <inheritdoc/>
    public void Dispose() => heads.Dispose();
}
