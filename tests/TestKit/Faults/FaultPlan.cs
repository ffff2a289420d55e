using Newswire.Storage;

namespace Newswire.TestKit.Faults;

/// <summary>
/// What happens to the storage operations of one imagined process. Every <c>Faulty…</c> port of the process shares the
/// plan, which numbers their operations from 1 in the order they begin and records them by name:
/// <c>write feeds-state/latest/directory.json</c>, <c>append 1</c>, <c>acquire projection</c>, <c>send catalog-changed</c>.
/// </summary>
/// <remarks>
/// To try every crash point: run once with <see cref="Count"/>, then for each operation up to <see cref="Operations"/>
/// crash before it and after it, each on a fresh store, restart with a fresh plan on the same store, and look whether
/// nothing is missing. To try every late wake-up: pause at each operation, let another process finish, resume.
/// </remarks>
public sealed class FaultPlan
{
    private readonly Lock gate = new();
    private readonly List<string> operations = [];
    private readonly List<Action> whenCrashed = [];
    private readonly TaskCompletionSource paused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource resumed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Fault planned;
    private readonly int at;
    private bool crashed;

    private FaultPlan(Fault fault, int at)
    {
        planned = fault;
        this.at = at;
    }

    private enum Fault
    {
        None,
        CrashBefore,
        CrashAfter,
        PauseBefore,
        PauseAfter,
    }

    /// <summary>The names of the operations so far; the one that crashed or is paused is the last or among them.</summary>
    public IReadOnlyList<string> Operations
    {
        get
        {
            lock (gate)
            {
                return [.. operations];
            }
        }
    }

    /// <summary>Whether the process is dead.</summary>
    public bool HasCrashed
    {
        get
        {
            lock (gate)
            {
                return crashed;
            }
        }
    }

    /// <summary>
    /// Which operations storage does not answer for now, the process living on; null when it answers for all. What is
    /// not answered for is not done.
    /// </summary>
    public Func<string, bool>? Unanswered { get; set; }

    /// <summary>Which operations storage does and does not answer for; null when it answers for all.</summary>
    public Func<string, bool>? AnswerLost { get; set; }

    /// <summary>Completes when the process has come to its pause; never when the plan has none.</summary>
    public Task Paused => paused.Task;

    /// <summary>Nothing happens; the operations are recorded.</summary>
    public static FaultPlan Count() => new(Fault.None, 0);

    /// <summary>The process dies instead of doing the operation with this number.</summary>
    public static FaultPlan CrashBefore(int operation) => new(Fault.CrashBefore, operation);

    /// <summary>The operation with this number happens, and the process dies before it learns so.</summary>
    public static FaultPlan CrashAfter(int operation) => new(Fault.CrashAfter, operation);

    /// <summary>The process stands still before the operation with this number until <see cref="Resume"/>.</summary>
    public static FaultPlan PauseBefore(int operation) => new(Fault.PauseBefore, operation);

    /// <summary>The process stands still after the operation with this number until <see cref="Resume"/>.</summary>
    public static FaultPlan PauseAfter(int operation) => new(Fault.PauseAfter, operation);

    /// <summary>Ends the pause, or takes it out of the plan when it has not come yet.</summary>
    public void Resume() => resumed.TrySetResult();

    /// <summary>Kills the process now: every later operation throws <see cref="CrashException"/>.</summary>
    public void Crash()
    {
        Action[] background;
        lock (gate)
        {
            crashed = true;
            background = [.. whenCrashed];
            whenCrashed.Clear();
        }

        foreach (var stop in background)
        {
            stop();
        }
    }

    /// <summary>Does an operation of the process as the plan has it.</summary>
    internal async Task<T> RunAsync<T>(string name, Func<Task<T>> operation)
    {
        var fault = Begin(name);
        if (fault == Fault.CrashBefore)
        {
            throw Die(name, "before");
        }

        await PauseIfAsync(fault == Fault.PauseBefore);
        if (Unanswered?.Invoke(name) == true)
        {
            throw new StorageAwayException();
        }

        var result = await operation();
        if (AnswerLost?.Invoke(name) == true)
        {
            throw new StorageAwayException();
        }

        if (fault == Fault.CrashAfter)
        {
            throw Die(name, "after");
        }

        await PauseIfAsync(fault == Fault.PauseAfter);
        // Another operation of the process may have met its end while this one was on its way.
        return HasCrashed ? throw new CrashException() : result;
    }

    /// <summary>Registers background work that the process's death stops; at once when it is dead already.</summary>
    internal void WhenCrashed(Action stop)
    {
        lock (gate)
        {
            if (!crashed)
            {
                whenCrashed.Add(stop);
                return;
            }
        }

        stop();
    }

    private Fault Begin(string name)
    {
        lock (gate)
        {
            if (crashed)
            {
                throw new CrashException();
            }

            operations.Add(name);
            return operations.Count == this.at ? planned : Fault.None;
        }
    }

    private async Task PauseIfAsync(bool pause)
    {
        if (pause)
        {
            paused.TrySetResult();
            await resumed.Task;
        }
    }

    private CrashException Die(string name, string when)
    {
        Crash();
        return new CrashException($"The process died {when} operation {this.at}: {name}");
    }
}
