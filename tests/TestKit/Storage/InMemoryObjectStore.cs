using System.Globalization;
using System.Runtime.CompilerServices;
using Newswire.Storage;

namespace Newswire.TestKit.Storage;

/// <summary>Objects in memory; keeps the same contract as storage itself (<see cref="ObjectStoreContract"/>).</summary>
public sealed class InMemoryObjectStore : IObjectStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<ObjectPath, StoredObject> objects = [];
    private long writes;

    /// <summary>A copy of everything stored, to compare two stores or to look at one.</summary>
    public IReadOnlyDictionary<ObjectPath, StoredObject> Snapshot()
    {
        lock (gate)
        {
            return new Dictionary<ObjectPath, StoredObject>(objects);
        }
    }

    public Task<StoredObject?> ReadAsync(ObjectPath path, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return Task.FromResult(objects.GetValueOrDefault(path));
        }
    }

    public async Task<ObjectProperties?> HeadAsync(ObjectPath path, CancellationToken cancellationToken) =>
        (await ReadAsync(path, cancellationToken))?.Properties;

    public Task<WriteResult> WriteAsync(
        ObjectPath path, ObjectContent content, string? expectedETag, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentNullException.ThrowIfNull(content);
        lock (gate)
        {
            if (objects.GetValueOrDefault(path)?.Properties.ETag != expectedETag)
            {
                return Task.FromResult<WriteResult>(new WriteResult.Conflict());
            }

            var etag = string.Create(CultureInfo.InvariantCulture, $"0xMEM{++writes:X8}");
            // Copies: what is stored does not change when the caller uses its buffer again.
            objects[path] = new StoredObject(
                content.Content.ToArray(),
                new ObjectProperties(
                    etag, content.ContentType, new Dictionary<string, string>(content.Metadata, StringComparer.Ordinal)));
            return Task.FromResult<WriteResult>(new WriteResult.Written(etag));
        }
    }

    public Task<bool> DeleteAsync(ObjectPath path, string expectedETag, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (objects.TryGetValue(path, out var stored) && stored.Properties.ETag != expectedETag)
            {
                return Task.FromResult(false);
            }

            objects.Remove(path);
            return Task.FromResult(true);
        }
    }

    public async IAsyncEnumerable<string> ListAsync(
        string container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        string[] names;
        lock (gate)
        {
            names = [.. objects.Keys
                .Where(path => path.Container == container && path.Name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(path => path.Name)
                .Order(StringComparer.Ordinal)];
        }

        foreach (var name in names)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return name;
        }
    }
}
