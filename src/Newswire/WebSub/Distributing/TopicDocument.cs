using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.WebSub.Distributing;

/// <summary>The document of a topic, for those who deliver it: many at once, and each the newest.</summary>
internal sealed class TopicDocument(IObjectStore store, Topic topic, TimeProvider time) : IDisposable
{
    /// <summary>What was looked at within so long is the newest.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly ObjectPath path = ObjectPaths.Document(topic.Feed, topic.Extension);
    private readonly SemaphoreSlim gate = new(1);
    private TopicContent? known;
    private DateTimeOffset looked;

    /// <summary>The hash of the document as it is now; null when there is none.</summary>
    public async Task<string?> LookAsync(CancellationToken cancellationToken)
    {
        var properties = await store.HeadAsync(path, cancellationToken);
        return properties is null ? null : DocumentFacts.From(properties.Metadata)?.Hash;
    }

    /// <summary>
    /// The document. Whoever had to wait before asking gets what is newest by then; all the others share one reading. Null
    /// when there is none.
    /// </summary>
    public async Task<TopicContent?> NewestAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (known is null || (now - looked > Fresh && await LookAsync(cancellationToken) != known.Hash))
            {
                known = await ReadAsync(cancellationToken);
            }

            looked = now;
            return known;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<TopicContent?> ReadAsync(CancellationToken cancellationToken) =>
        await store.ReadAsync(path, cancellationToken) is { } stored
        && DocumentFacts.From(stored.Properties.Metadata) is { } facts
            ? new TopicContent(stored.Content, stored.Properties.ContentType ?? "application/octet-stream", facts.Hash)
            : null;
}
