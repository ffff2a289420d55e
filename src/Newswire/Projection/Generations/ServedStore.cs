using System.Runtime.CompilerServices;
using Newswire.Storage;

namespace Newswire.Projection.Generations;

/// <summary>
/// Storage as everybody sees it who does not build projections: with the one that is served. When another takes its place,
/// every process goes over to it within <see cref="GenerationRecords.MaxAge"/>.
/// </summary>
/// <remarks>
/// Who reads several objects may meet that moment between two of them, as it may meet a pass: the copies are of the same
/// articles, and what the one before held stays for some minutes.
/// </remarks>
/// <param name="storage">Storage with all projections.</param>
/// <param name="generations">Says which one is served.</param>
public sealed class ServedStore(IObjectStore storage, GenerationRecords generations) : IObjectStore
{
    /// <inheritdoc/>
    public async Task<StoredObject?> ReadAsync(ObjectPath path, CancellationToken cancellationToken) =>
        await storage.ReadAsync(await PlaceAsync(path, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async Task<ObjectProperties?> HeadAsync(ObjectPath path, CancellationToken cancellationToken) =>
        await storage.HeadAsync(await PlaceAsync(path, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async Task<WriteResult> WriteAsync(
        ObjectPath path, ObjectContent content, string? expectedETag, CancellationToken cancellationToken) =>
        await storage.WriteAsync(await PlaceAsync(path, cancellationToken), content, expectedETag, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(ObjectPath path, string expectedETag, CancellationToken cancellationToken) =>
        await storage.DeleteAsync(await PlaceAsync(path, cancellationToken), expectedETag, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(
        string container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var served = new GenerationStore(storage, await ServedAsync(container, cancellationToken));
        await foreach (var name in served.ListAsync(container, prefix, cancellationToken))
        {
            yield return name;
        }
    }

    private async ValueTask<ObjectPath> PlaceAsync(ObjectPath path, CancellationToken cancellationToken) =>
        (await ServedAsync(path.Container, cancellationToken)).Place(path);

    /// <summary>Nobody who asks for a key or a partner has to wait for what is served.</summary>
    private ValueTask<Generation> ServedAsync(string container, CancellationToken cancellationToken) =>
        Generation.ProjectedContainers.Contains(container, StringComparer.Ordinal)
            ? generations.ServedAsync(cancellationToken)
            : ValueTask.FromResult(Generation.First);
}
