using Microsoft.Azure.Functions.Worker;
using Newswire.Http;
using Newswire.Projection;

namespace Newswire.Functions;

/// <summary>Finds by the clock what no message told.</summary>
public sealed class SweepTrigger(Sweep sweep)
{
    /// <summary>Returns when the documents hold what the catalog holds.</summary>
    /// <param name="timer">When it ran last; not needed.</param>
    /// <param name="cancellationToken">The instance shuts down, or the function's time is over.</param>
    [Function("Sweep")]
    public Task RunAsync([TimerTrigger(Schedules.Sweep)] TimerInfo timer, CancellationToken cancellationToken) =>
        sweep.RunAsync(cancellationToken);
}
