namespace Newswire.Server.Hosting;

/// <summary>Does timed work at once when the server starts, and then at its interval; a failure waits for the next time.</summary>
internal sealed class Timetable(TimedWork work, IServiceProvider services, TimeProvider time, ILogger<Timetable> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(work.Every, time);
        do
        {
            try
            {
                await work.RunAsync(services, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The outermost caller: whatever it was, the next run tries again.
                Log.TimedWorkFailed(log, work.Schedule, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
