using Newswire.Delivery;
using Newswire.Storage;

namespace Newswire.Partners.Usage;

/// <summary>Removes by the clock what partners have taken on days that are not kept any more.</summary>
public sealed class UsageHousekeeping(IObjectStore store, UsageOptions options, TimeProvider time) : IHousekeeping
{
    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var oldest = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-options.KeptDays);
        await foreach (var name in store.ListAsync(Containers.PartnerUsage, UsagePaths.Prefix, cancellationToken))
        {
            // They come in the order of their days: behind the first that is kept there are none to remove.
            if (UsagePaths.DayOf(name) >= oldest)
            {
                return;
            }

            var path = new ObjectPath(Containers.PartnerUsage, name);
            if (UsagePaths.DayOf(name) is not null
                && await store.HeadAsync(path, cancellationToken) is { } properties)
            {
                await store.DeleteAsync(path, properties.ETag, cancellationToken);
            }
        }
    }
}
