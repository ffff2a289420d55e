using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Newswire.Http;

/// <summary>
/// What every process does for itself at an interval, and mostly once more when it stops. A timer of the Functions host would not
/// do: it runs in one instance of all.
/// </summary>
/// <param name="name">What it is called in the log.</param>
/// <param name="interval">How often it is done.</param>
/// <param name="work">What is done; a failure waits for the next time.</param>
/// <param name="time">What the interval is measured by.</param>
/// <param name="log">Where failures go.</param>
/// <param name="onceMore">Whether it is done once more when the process stops. Default true: what was counted is lost otherwise.</param>
internal sealed class RegularWork(
    string name, TimeSpan interval, Func<CancellationToken, Task> work, TimeProvider time, ILogger<RegularWork> log, bool onceMore = true)
    : BackgroundService
{
    private readonly PeriodicTimer timer = new(interval, time);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (onceMore)
        {
            await TryAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        timer.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // It ends between two times.
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
        }
        catch (Exception exception)
        {
            // The outermost caller: whatever it was, the next time goes on with what was not done.
            Log.RegularWorkFailed(log, name, exception);
        }
    }
}
