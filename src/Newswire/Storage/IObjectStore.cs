namespace Newswire.Storage;

/// <summary>
/// Stored objects, each written as a whole and only on the condition that nobody else has written it meanwhile.
/// </summary>
/// <remarks>Expected outcomes are values; faults of the infrastructure are thrown (see <see cref="StorageAwayException"/>).</remarks>
public interface IObjectStore
{
    /// <summary>The object, or null when there is none.</summary>
    Task<StoredObject?> ReadAsync(ObjectPath path, CancellationToken cancellationToken);

    /// <summary>What storage says of the object without its content, or null when there is none.</summary>
    Task<ObjectProperties?> HeadAsync(ObjectPath path, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the object if its tag still is <paramref name="expectedETag"/>; null means that it must not exist yet.
    /// </summary>
    Task<WriteResult> WriteAsync(
        ObjectPath path, ObjectContent content, string? expectedETag, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes the object if its tag still is <paramref name="expectedETag"/>. False when it has another tag; true when
    /// it is gone, whoever deleted it.
    /// </summary>
    Task<bool> DeleteAsync(ObjectPath path, string expectedETag, CancellationToken cancellationToken);

    /// <summary>The names in a container that begin with <paramref name="prefix"/>, in ordinal order.</summary>
    IAsyncEnumerable<string> ListAsync(string container, string prefix, CancellationToken cancellationToken);
}
