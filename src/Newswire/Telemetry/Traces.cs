using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Newswire.Telemetry;

/// <summary>
/// Traces, under the source <see cref="SourceName"/>: from an accepted change to each document, delivery and notification.
/// While nobody listens nothing is made.
/// </summary>
public static class Traces
{
    /// <summary>The name of the source.</summary>
    public const string SourceName = "Newswire";

    /// <summary>Parts of one piece of work that have a span of their own; what is beyond is in its metrics only.</summary>
    public const int MaxParts = 128;

    private const string PartsProperty = "newswire.parts";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>
    /// The trace that is under way, in the form of the W3C's <c>traceparent</c>; null when there is none, or when nobody
    /// records it, so that what nobody looks at is not written down.
    /// </summary>
    public static string? Parent =>
        Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null;

    /// <summary>Begins a piece of work in the trace it belongs to; in the one under way when it belongs to none.</summary>
    /// <param name="name">What is done, the same every time.</param>
    /// <param name="kind">On which side of a message or a request it is.</param>
    /// <param name="parent">The trace; default for none.</param>
    /// <param name="links">Other traces that have to do with it.</param>
    /// <param name="begin">When it began; default for now.</param>
    public static Activity? Start(
        string name,
        ActivityKind kind = ActivityKind.Internal,
        ActivityContext parent = default,
        IEnumerable<ActivityContext>? links = null,
        DateTimeOffset begin = default) => Source.HasListeners()
        ? Source.StartActivity(kind, parent, links: links?.Select(link => new ActivityLink(link)), startTime: begin, name: name)
        : null;

    /// <summary>
    /// Begins one of many like parts of the work that is under way, such as one delivery; null when nobody records that
    /// work, or when it has had <see cref="MaxParts"/> parts.
    /// </summary>
    public static Activity? StartPart(string name, ActivityKind kind = ActivityKind.Internal)
    {
        if (Activity.Current is not { Recorded: true } work)
        {
            return null;
        }

        if (work.GetCustomProperty(PartsProperty) is not StrongBox<int> parts)
        {
            lock (work)
            {
                parts = work.GetCustomProperty(PartsProperty) as StrongBox<int> ?? new StrongBox<int>();
                work.SetCustomProperty(PartsProperty, parts);
            }
        }

        return Interlocked.Increment(ref parts.Value) <= MaxParts ? Source.StartActivity(name, kind) : null;
    }

    /// <summary>Says what came of a part.</summary>
    /// <param name="part">The part; null when it is not recorded.</param>
    /// <param name="outcome">One of a few words.</param>
    /// <param name="isSuccess">Whether it is what was wanted.</param>
    public static void EndWith(this Activity? part, string outcome, bool isSuccess)
    {
        part?.SetTag(Measures.Outcome, outcome);
        part?.SetStatus(isSuccess ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
    }
}
