using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Newswire.Storage;

namespace Newswire.Delivery;

/// <summary>
/// Objects that several workers change at once. Each change is a function of what is stored, and is done again on what
/// somebody else has stored meanwhile, so it must do nothing but compute.
/// </summary>
/// <param name="store">Where they are.</param>
/// <param name="type">Their written form.</param>
public sealed class SharedState<T>(IObjectStore store, JsonTypeInfo<T> type)
    where T : class
{
    /// <summary>The object as it is; null when there is none.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task<T?> ReadAsync(ObjectPath path, CancellationToken cancellationToken) =>
        Value(await store.ReadAsync(path, cancellationToken));

    /// <summary>
    /// Changes the object. From null it is created, to null it is deleted, and one that the function returns as it got it
    /// is not written.
    /// </summary>
    /// <returns>What is stored now.</returns>
    /// <exception cref="StorageAwayException">Storage did not answer; the change may or may not have been made.</exception>
    public async Task<T?> ChangeAsync(ObjectPath path, Func<T?, T?> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var stored = await store.ReadAsync(path, cancellationToken);
            var before = Value(stored);
            var after = change(before);
            if (ReferenceEquals(before, after) || await TryWriteAsync(path, after, stored?.Properties.ETag, cancellationToken))
            {
                return after;
            }
        }
    }

    private async Task<bool> TryWriteAsync(ObjectPath path, T? after, string? expectedETag, CancellationToken cancellationToken)
    {
        if (after is null)
        {
            return await store.DeleteAsync(path, expectedETag!, cancellationToken);
        }

        var content = new ObjectContent(JsonSerializer.SerializeToUtf8Bytes(after, type), "application/json");
        return await store.WriteAsync(path, content, expectedETag, cancellationToken) is WriteResult.Written;
    }

    private T? Value(StoredObject? stored) =>
        stored is null ? null : JsonSerializer.Deserialize(stored.Content.Span, type);
}
