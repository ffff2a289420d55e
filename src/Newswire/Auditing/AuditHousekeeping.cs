using Newswire.Delivery;
using Newswire.Storage;

namespace Newswire.Auditing;

/// <summary>Removes by the clock acts that are kept no more.</summary>
public sealed class AuditHousekeeping(IObjectStore store, AuditOptions options, TimeProvider time) : IHousekeeping
{
    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var oldest = AuditPlace.Of(time.GetUtcNow().AddDays(-options.KeptDays));
        await foreach (var name in store.ListAsync(Containers.Audit, "", cancellationToken))
        {
            var path = new ObjectPath(Containers.Audit, name);
            if (AuditPlace.OfName(name) is { } place
                && string.CompareOrdinal(place, oldest) > 0
                && await store.HeadAsync(path, cancellationToken) is { } properties)
            {
                await store.DeleteAsync(path, properties.ETag, cancellationToken);
            }
        }
    }
}
