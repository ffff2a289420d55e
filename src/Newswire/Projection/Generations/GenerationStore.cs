using System.Runtime.CompilerServices;
using Newswire.Storage;

namespace Newswire.Projection.Generations;

/// <summary>Storage as one generation sees it: of the projections there may be, it has only its own.</summary>
/// <param name="storage">Storage with all of them.</param>
/// <param name="generation">The generation.</param>
public sealed class GenerationStore(IObjectStore storage, Generation generation) : IObjectStore
{
    /// <inheritdoc/>
    public Task<StoredObject?> ReadAsync(ObjectPath path, CancellationToken cancellationToken) =>
        storage.ReadAsync(generation.Place(path), cancellationToken);

    /// <inheritdoc/>
    public Task<ObjectProperties?> HeadAsync(ObjectPath path, CancellationToken cancellationToken) =>
        storage.HeadAsync(generation.Place(path), cancellationToken);

    /// <inheritdoc/>
    public Task<WriteResult> WriteAsync(
        ObjectPath path, ObjectContent content, string? expectedETag, CancellationToken cancellationToken) =>
        storage.WriteAsync(generation.Place(path), content, expectedETag, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(ObjectPath path, string expectedETag, CancellationToken cancellationToken) =>
        storage.DeleteAsync(generation.Place(path), expectedETag, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(
        string container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = generation.Place(new ObjectPath(container, prefix));
        var added = place.Name.Length - prefix.Length;
        await foreach (var name in storage.ListAsync(container, place.Name, cancellationToken))
        {
            if (added > 0 || !IsOfAnother(container, name))
            {
                yield return name[added..];
            }
        }
    }

    /// <summary>The first generation lies beside the others, without a prefix of its own.</summary>
    private static bool IsOfAnother(string container, string name) =>
        name.StartsWith(Generation.Mark)
        && name.Contains('/', StringComparison.Ordinal)
        && Generation.ProjectedContainers.Contains(container, StringComparer.Ordinal);
}
