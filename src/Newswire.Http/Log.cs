using Microsoft.Extensions.Logging;

namespace Newswire.Http;

/// <summary>What the surface logs: ids, paths and sizes, never content or keys.</summary>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Warning, "Storage did not answer a request to {Path}.", EventName = "StorageAway")]
    public static partial void StorageAway(ILogger logger, string path, Exception exception);

    [LoggerMessage(2002, LogLevel.Warning, "Storage did not answer; {Path} is served as it was read before.", EventName = "ServedStale")]
    public static partial void ServedStale(ILogger logger, string path, Exception exception);

    [LoggerMessage(2010, LogLevel.Warning, "{Name} has failed and is done again at its next time.", EventName = "RegularWorkFailed")]
    public static partial void RegularWorkFailed(ILogger logger, string name, Exception exception);
}
