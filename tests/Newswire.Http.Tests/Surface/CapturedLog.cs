using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Newswire.Http.Tests.Surface;

/// <summary>Keeps every line that is logged, at whatever level, with its values and its exception.</summary>
internal sealed class CapturedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyList<string> Lines => [.. lines];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(", ", pairs) : "";
        lines.Enqueue($"{logLevel} {eventId} {formatter(state, exception)} [{values}] {exception}");
    }

    public void Dispose()
    {
    }
}
