namespace Newswire.Server;

/// <summary>What the server logs: names and ids, never content or keys.</summary>
internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Warning, "The listener of queue {Queue} could not receive or complete a message; it goes on.", EventName = "QueueAway")]
    public static partial void QueueAway(ILogger logger, string queue, Exception exception);

    [LoggerMessage(4002, LogLevel.Warning, "Message {Id} of queue {Queue} failed on try {Tries}.", EventName = "MessageFailed")]
    public static partial void MessageFailed(ILogger logger, string queue, string id, long tries, Exception exception);

    [LoggerMessage(4003, LogLevel.Warning, "The work scheduled at {Schedule} failed; it is tried again at the next time.", EventName = "TimedWorkFailed")]
    public static partial void TimedWorkFailed(ILogger logger, string schedule, Exception exception);
}
