using Newswire.Storage;

namespace Newswire.Benchmarks.Operations;

/// <summary>An object store whose traffic is counted.</summary>
internal sealed class CountedObjectStore(IObjectStore inner, Traffic traffic) : IObjectStore
{
    public async Task<StoredObject?> ReadAsync(ObjectPath path, CancellationToken cancellationToken)
    {
        var stored = await inner.ReadAsync(path, cancellationToken);
        traffic.Read(stored?.Content.Length ?? 0);
        return stored;
    }

    public Task<ObjectProperties?> HeadAsync(ObjectPath path, CancellationToken cancellationToken) =>
        inner.HeadAsync(path, cancellationToken);

    public Task<WriteResult> WriteAsync(
        ObjectPath path, ObjectContent content, string? expectedETag, CancellationToken cancellationToken)
    {
        traffic.Written(content.Content.Length);
        return inner.WriteAsync(path, content, expectedETag, cancellationToken);
    }

    public Task<bool> DeleteAsync(ObjectPath path, string expectedETag, CancellationToken cancellationToken) =>
        inner.DeleteAsync(path, expectedETag, cancellationToken);

    public IAsyncEnumerable<string> ListAsync(string container, string prefix, CancellationToken cancellationToken) =>
        inner.ListAsync(container, prefix, cancellationToken);
}
