using Newswire.Counting;
using Newswire.Delivery;
using Newswire.Storage;

namespace Newswire.Partners.Usage;

/// <summary>Removes by the clock what partners have taken on days that are not kept any more.</summary>
public sealed class UsageHousekeeping(IObjectStore store, UsageOptions options, TimeProvider time) : IHousekeeping
{
    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => DailyObjects.RemoveBeforeAsync(
        store,
        Containers.PartnerUsage,
        UsagePaths.Prefix,
        UsagePaths.DayOf,
        DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-options.KeptDays),
        cancellationToken);
}
