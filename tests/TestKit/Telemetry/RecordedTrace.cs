using System.Collections.Concurrent;
using System.Diagnostics;

namespace Newswire.TestKit.Telemetry;

/// <summary>
/// Traces that a test begins and somebody records: their spans, those of this process and of no other trace. Other tests run
/// beside it and are not recorded.
/// </summary>
public sealed class RecordedTrace : IDisposable
{
    private readonly ConcurrentQueue<Activity> spans = [];
    private readonly ConcurrentDictionary<ActivityTraceId, bool> traces = new();
    private readonly ActivityListener listener;

    public RecordedTrace()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Newswire.Telemetry.Traces.SourceName,
            Sample = (ref options) => traces.ContainsKey(options.Parent.TraceId)
                ? ActivitySamplingResult.AllDataAndRecorded
                : ActivitySamplingResult.None,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>The spans that have ended, in the order in which they did.</summary>
    public IReadOnlyList<Activity> Spans => [.. spans];

    /// <summary>Begins a trace; it is the one under way until it is disposed.</summary>
    public Activity Begin()
    {
        var root = new Activity("test") { ActivityTraceFlags = ActivityTraceFlags.Recorded };
        root.SetIdFormat(ActivityIdFormat.W3C);
        root.Start();
        traces[root.TraceId] = true;
        return root;
    }

    /// <summary>The only span of a name.</summary>
    public Activity Span(string name) => Assert.Single(Spans, span => span.OperationName == name);

    public void Dispose() => listener.Dispose();
}
