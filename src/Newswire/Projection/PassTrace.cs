using System.Diagnostics;
using Newswire.Catalog;
using Newswire.Telemetry;

namespace Newswire.Projection;

/// <summary>
/// The place of a pass in the traces of the changes it folds: a part of the oldest one's, linked to the others', each of which
/// gets a span that leads to it. What follows from the pass (messages, deliveries, notifications) is in the oldest one's.
/// </summary>
internal sealed class PassTrace : IDisposable
{
    /// <summary>Traces besides its own that lead to a pass.</summary>
    private const int MaxOthers = 32;

    /// <summary>In a rebuild all changes are folded again: their traces have ended long ago.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(1);

    private readonly List<Activity> others = [];
    private readonly Activity? pass;

    private PassTrace(Activity? pass) => this.pass = pass;

    /// <summary>Begins the span of a pass.</summary>
    /// <param name="changes">What it folds.</param>
    /// <param name="begin">When it began.</param>
    public static PassTrace Start(IReadOnlyList<RecordedChange> changes, DateTimeOffset begin)
    {
        var traces = changes
            .Where(change => change.Trace != default && begin - change.Change.Received < MaxAge)
            .OrderBy(change => change.Change.Received)
            .Select(change => change.Trace)
            .DistinctBy(trace => trace.TraceId)
            .Take(MaxOthers + 1)
            .ToList();
        var trace = new PassTrace(Traces.Start("pass", ActivityKind.Internal, traces.FirstOrDefault(), traces.Skip(1), begin));
        if (trace.pass is { } pass)
        {
            trace.others.AddRange(traces.Skip(1)
                .Select(other => Traces.Start("pass of another trace", ActivityKind.Internal, other, [pass.Context], begin))
                .OfType<Activity>());

            // What the pass does is part of it and of nothing else.
            Activity.Current = pass;
        }

        return trace;
    }

    /// <summary>Says what the pass has come to.</summary>
    public void Done(int changes, int documents, bool repairing)
    {
        pass?.SetTag("newswire.pass.changes", changes);
        pass?.SetTag("newswire.pass.documents", documents);
        pass?.SetTag("newswire.pass.repairing", repairing);
    }

    /// <summary>Ends the spans.</summary>
    public void Dispose()
    {
        others.ForEach(other => other.Dispose());
        pass?.Dispose();
    }
}
