using System.Diagnostics;
using Newswire.Telemetry;

namespace Newswire.Storage;

/// <summary>
/// A message with the trace it was sent in: a line before it, <c>traceparent 00-…</c> (W3C Trace Context §3.2). A message
/// without that line is one that nobody traces.
/// </summary>
/// <param name="Trace">The trace; default for none.</param>
/// <param name="Text">The message.</param>
public readonly record struct TracedMessage(ActivityContext Trace, string Text)
{
    private const string Mark = "traceparent ";
    private const int ParentLength = 55;

    /// <summary>The message as it is sent: with the trace that is under way, unless it says already in which it is.</summary>
    public static string Write(string message) =>
        Traces.Parent is { } parent && Read(message).Trace == default ? $"{Mark}{parent}\n{message}" : message;

    /// <summary>Takes a message apart that was received.</summary>
    public static TracedMessage Read(string received)
    {
        ArgumentNullException.ThrowIfNull(received);
        var length = Mark.Length + ParentLength;
        return received.Length > length
            && received[length] == '\n'
            && received.StartsWith(Mark, StringComparison.Ordinal)
            && ActivityContext.TryParse(received[Mark.Length..length], traceState: null, isRemote: true, out var trace)
                ? new TracedMessage(trace, received[(length + 1)..])
                : new TracedMessage(default, received);
    }

    /// <summary>Handles a received message in the trace it was sent in. Both hosts hand every message to this.</summary>
    /// <param name="queue">The queue it came from.</param>
    /// <param name="received">The message as it was received.</param>
    /// <param name="handle">What is done with the message.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task HandleAsync(
        string queue, string received, Func<string, CancellationToken, Task> handle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handle);
        var message = Read(received);

        // The host may have a trace of its own for the call; it is linked and not continued, since it begins with the poll.
        var call = Activity.Current?.Context;
        using var work = Traces.Start(
            $"process {queue}", ActivityKind.Consumer, message.Trace, message.Trace != default && call is { } link ? [link] : null);
        work?.SetTag(Measures.Queue, queue);
        work?.SetTag("messaging.operation.type", "process");
        try
        {
            await handle(message.Text, cancellationToken);
        }
        catch (Exception exception)
        {
            work?.SetTag(Measures.Error, exception.GetType().FullName);
            work?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }
}
