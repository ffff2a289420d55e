using System.Collections.Concurrent;

namespace Newswire.Http.Tests.Importing;

/// <summary>A clock by which every wait is over at once, but one of this length: that is patience, which no test is to lose.</summary>
internal sealed class EndedWaits(TimeSpan beside) : TimeProvider
{
    /// <summary>How long was waited each time.</summary>
    public ConcurrentQueue<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != beside && dueTime != Timeout.InfiniteTimeSpan)
        {
            Waits.Enqueue(dueTime);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Nothing();
    }

    private sealed class Nothing : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
