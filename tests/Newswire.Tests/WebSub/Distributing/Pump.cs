namespace Newswire.Tests.WebSub.Distributing;

/// <summary>
/// Runs everything that waits on one thread, one step after the other, so that what many workers do at once is done in the
/// same order each time.
/// </summary>
internal sealed class Pump : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Step, object? State)> steps = new();

    public override void Post(SendOrPostCallback d, object? state) => steps.Enqueue((d, state));

    /// <summary>Begins work on this thread.</summary>
    public T Begin<T>(Func<T> work)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            return work();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    /// <summary>Runs until everything waits for something else: for time, or for somebody to resume it.</summary>
    public void RunUntilQuiet() => Begin(() =>
    {
        while (steps.TryDequeue(out var next))
        {
            next.Step(next.State);
        }

        return true;
    });
}
