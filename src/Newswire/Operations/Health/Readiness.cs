using Microsoft.Extensions.Logging;

namespace Newswire.Operations.Health;

/// <summary>
/// Whether this process can do its work. However many ask, storage is asked at most once in <see cref="MaxAge"/>.
/// </summary>
public sealed class Readiness(Freshness freshness, HealthOptions options, TimeProvider time, ILogger<Readiness> log)
{
    /// <summary>How long an answer holds.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private Task<HealthReport>? checking;
    private HealthReport? last;
    private long lastAt;

    /// <summary>How it is, now or a moment ago.</summary>
    /// <param name="cancellationToken">Ends the waiting; the check goes on, for the others.</param>
    public Task<HealthReport> CheckAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (checking is null && last is not null && time.GetElapsedTime(lastAt) < MaxAge)
            {
                return Task.FromResult(last);
            }

            return (checking ??= Task.Run(CheckOnceAsync, CancellationToken.None)).WaitAsync(cancellationToken);
        }
    }

    private async Task<HealthReport> CheckOnceAsync()
    {
        var lag = await TryMeasureAsync();
        var now = time.GetUtcNow();
        lock (gate)
        {
            var storage = lag is null ? HealthState.Unavailable : HealthState.Ok;
            var fresh = lag is null ? last?.Freshness.State ?? HealthState.Ok
                : lag > options.MaxLag ? HealthState.Degraded
                : HealthState.Ok;
            last = new HealthReport(
                (last?.Storage ?? new PartHealth(storage, now)).Then(storage, now),
                (last?.Freshness ?? new PartHealth(fresh, now)).Then(fresh, now),
                lag);
            (lastAt, checking) = (time.GetTimestamp(), null);
            return last;
        }
    }

    /// <summary>How far the documents are behind; null when storage does not say so in time.</summary>
    private async Task<TimeSpan?> TryMeasureAsync()
    {
        using var limit = new CancellationTokenSource(options.MaxStorageTime, time);
        try
        {
            return await freshness.AgeAsync(limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception exception)
        {
            // Whatever it is, from a wrong key to a broken line, it is what the answer has to say.
            Log.StorageNotReady(log, exception);
            return null;
        }
    }
}
