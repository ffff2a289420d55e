using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Newswire.Storage;

namespace Newswire.Http.Tests;

/// <summary>What a process does for itself at an interval.</summary>
public sealed class RegularWorkTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider time = new();
    private readonly SemaphoreSlim done = new(0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_done_at_every_interval_and_once_more_at_the_end()
    {
        var times = 0;
        using var work = Work(_ => ++times);
        await work.StartAsync(Token);
        for (var i = 1; i <= 3; i++)
        {
            time.Advance(Interval);
            await done.WaitAsync(Token);
            Assert.Equal(i, times);
        }

        await work.StopAsync(Token);

        Assert.Equal(4, times);
    }

    [Fact]
    public async Task A_failure_ends_nothing_and_the_next_time_goes_on()
    {
        var times = 0;
        using var work = Work(_ => ++times % 2 == 1 ? throw new StorageAwayException() : times);
        await work.StartAsync(Token);
        for (var i = 0; i < 4; i++)
        {
            time.Advance(Interval);
            await done.WaitAsync(Token);
        }

        await work.StopAsync(Token);

        Assert.Equal(5, times);
    }

    public void Dispose() => done.Dispose();

    private RegularWork Work(Func<CancellationToken, int> work) => new(
        "Testing",
        Interval,
        cancellationToken =>
        {
            try
            {
                work(cancellationToken);
                return Task.CompletedTask;
            }
            finally
            {
                done.Release();
            }
        },
        time,
        NullLogger<RegularWork>.Instance);
}
