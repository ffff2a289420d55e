using Microsoft.Extensions.Logging;

namespace Newswire.AzureStorage;

/// <summary>What the storage adapter logs.</summary>
internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Warning, "Lease {Name} was not released and runs out by itself", EventName = "LeaseNotReleased")]
    public static partial void LeaseNotReleased(ILogger logger, string name, Exception fault);

    [LoggerMessage(3002, LogLevel.Warning, "Lease {Name} was not renewed this time", EventName = "LeaseNotRenewed")]
    public static partial void LeaseNotRenewed(ILogger logger, string name, Exception fault);

    [LoggerMessage(3003, LogLevel.Warning, "Lease {Name} is lost", EventName = "LeaseLost")]
    public static partial void LeaseLost(ILogger logger, string name, Exception fault);

    [LoggerMessage(3004, LogLevel.Error, "Message {MessageId} of {Queue} is poison after {Tries} tries", EventName = "MessagePoisoned")]
    public static partial void MessagePoisoned(ILogger logger, string queue, string messageId, long tries);

    [LoggerMessage(3005, LogLevel.Information, "Message {MessageId} of {Queue} was received by somebody else meanwhile", EventName = "MessageTaken")]
    public static partial void MessageTaken(ILogger logger, string queue, string messageId);
}
