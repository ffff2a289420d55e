using Microsoft.Azure.Functions.Worker;
using Newswire.Delivery;
using Newswire.Http;

namespace Newswire.Functions;

/// <summary>Drops by the clock what is over of subscriptions.</summary>
public sealed class HousekeepingTrigger(Housekeeping housekeeping)
{
    /// <summary>Returns when everything was looked at once.</summary>
    /// <param name="timer">When it ran last; not needed.</param>
    /// <param name="cancellationToken">The instance shuts down, or the function's time is over.</param>
    [Function("Housekeeping")]
    public Task RunAsync([TimerTrigger(Schedules.Housekeeping)] TimerInfo timer, CancellationToken cancellationToken) =>
        housekeeping.RunAsync(cancellationToken);
}
