using Newswire.Delivery;
using Newswire.Http;
using Newswire.Projection;

namespace Newswire.Server.Hosting;

/// <summary>What is done by the clock.</summary>
/// <param name="Schedule">The cron expression the Functions host has for it.</param>
/// <param name="Every">The same as an interval.</param>
/// <param name="RunAsync">What is done.</param>
internal sealed record TimedWork(
    string Schedule, TimeSpan Every, Func<IServiceProvider, CancellationToken, Task> RunAsync)
{
    /// <summary>Everything the server does by the clock; the Functions host has the same table.</summary>
    public static readonly IReadOnlyList<TimedWork> All =
    [
        new(Schedules.Sweep, TimeSpan.FromMinutes(1), (services, cancellationToken) =>
            services.GetRequiredService<Sweep>().RunAsync(cancellationToken)),
        new(Schedules.Housekeeping, TimeSpan.FromHours(1), (services, cancellationToken) =>
            services.GetRequiredService<Housekeeping>().RunAsync(cancellationToken)),
    ];
}
