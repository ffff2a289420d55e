using Newswire.Storage;

namespace Newswire.Delivery;

/// <summary>
/// Says of names that there is news of them, and of none more often than once in an interval: what changes ten times a
/// second is not sent to everybody ten times a second. What comes close behind waits for a message that covers all of it.
/// </summary>
/// <param name="queues">Where the messages go.</param>
/// <param name="queue">The queue.</param>
/// <param name="interval">The least time between two messages of a name; storage counts whole seconds.</param>
/// <param name="time">What it is measured by.</param>
internal sealed class SpacedMessages(IMessageQueues queues, string queue, TimeSpan interval, TimeProvider time)
{
    /// <summary>When the last message of each name comes at the earliest (<see cref="TimeProvider.GetTimestamp"/>).</summary>
    private readonly Dictionary<string, long> coming = new(StringComparer.Ordinal);

    /// <summary>Sends what has to be sent. One call at a time.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer; saying it again is right.</exception>
    public async Task SendAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var now = time.GetTimestamp();
        foreach (var (name, _) in coming.Where(last => time.GetElapsedTime(last.Value, now) >= interval))
        {
            coming.Remove(name);
        }

        // A message that has not come yet finds what is written now; one that has come does not.
        var close = names.ToLookup(coming.ContainsKey);
        await SendAsync(close[false], TimeSpan.Zero, now, cancellationToken);
        await SendAsync(close[true].Where(name => coming[name] <= now), interval, now, cancellationToken);
    }

    private async Task SendAsync(
        IEnumerable<string> names, TimeSpan delay, long now, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> told = [.. names];
        foreach (var message in MessageLines.Split(told))
        {
            await queues.SendAsync(queue, message, delay, cancellationToken);
        }

        var comes = now + (long)(delay.TotalSeconds * time.TimestampFrequency);
        foreach (var name in told)
        {
            coming[name] = comes;
        }
    }
}
