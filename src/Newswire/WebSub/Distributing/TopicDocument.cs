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
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await FindHashAsync(cancellationToken);
        }
        finally
        {
            gate.Release();
        }
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
            if (known is not null && time.GetUtcNow() - looked > Fresh)
            {
                await FindHashAsync(cancellationToken);
            }

            return known ??= await ReadAsync(cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<string?> FindHashAsync(CancellationToken cancellationToken)
    {
        looked = time.GetUtcNow();
        var properties = await store.HeadAsync(path, cancellationToken);
        var hash = properties is null ? null : DocumentFacts.From(properties.Metadata)?.Hash;
        known = known?.Hash == hash ? known : null;
        return hash;
    }

    private async Task<TopicContent?> ReadAsync(CancellationToken cancellationToken)
    {
        looked = time.GetUtcNow();
        return await store.ReadAsync(path, cancellationToken) is { } stored
            && DocumentFacts.From(stored.Properties.Metadata) is { } facts
                ? new TopicContent(stored.Content, stored.Properties.ContentType ?? "application/octet-stream", facts.Hash)
                : null;
    }
}
