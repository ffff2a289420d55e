using System.Collections.Concurrent;
using Newswire.Storage;
using Newswire.TestKit.Storage;

namespace Newswire.Benchmarks.Operations;

/// <summary>An object store that begins with these objects, each copied when it is first asked for.</summary>
internal sealed class ArchiveCopy(IReadOnlyDictionary<ObjectPath, StoredObject> archive) : IObjectStore
{
    private readonly InMemoryObjectStore copy = new();
    private readonly ConcurrentDictionary<ObjectPath, Task> copied = [];

    public async Task<StoredObject?> ReadAsync(ObjectPath path, CancellationToken cancellationToken)
    {
        await CopyAsync(path);
        return await copy.ReadAsync(path, cancellationToken);
    }

    public async Task<ObjectProperties?> HeadAsync(ObjectPath path, CancellationToken cancellationToken)
    {
        await CopyAsync(path);
        return await copy.HeadAsync(path, cancellationToken);
    }

    public async Task<WriteResult> WriteAsync(
        ObjectPath path, ObjectContent content, string? expectedETag, CancellationToken cancellationToken)
    {
        await CopyAsync(path);
        return await copy.WriteAsync(path, content, expectedETag, cancellationToken);
    }

    public async Task<bool> DeleteAsync(ObjectPath path, string expectedETag, CancellationToken cancellationToken)
    {
        await CopyAsync(path);
        return await copy.DeleteAsync(path, expectedETag, cancellationToken);
    }

    public IAsyncEnumerable<string> ListAsync(string container, string prefix, CancellationToken cancellationToken) =>
        throw new NotSupportedException("No change makes the projection list anything.");

    private Task CopyAsync(ObjectPath path) => copied.GetOrAdd(path, _ => archive.TryGetValue(path, out var stored)
        ? copy.WriteAsync(path, new ObjectContent(stored.Content, "application/json"), expectedETag: null, CancellationToken.None)
        : Task.CompletedTask);
}
