using Newswire.Storage;
using Newswire.Telemetry;

namespace Newswire.Operations;

/// <summary>Measures how many messages are in each queue and its poison queue.</summary>
public sealed class QueueWatch(IQueueDepths queues)
{
    /// <summary>How often every process measures it.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>Measures it for those who watch, by one question for each queue.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        foreach (var queue in QueueNames.All.SelectMany(queue => new[] { queue, QueueNames.PoisonOf(queue) }))
        {
            Measures.QueueMessages.Record(
                await queues.CountAsync(queue, cancellationToken), new KeyValuePair<string, object?>(Measures.Queue, queue));
        }
    }
}
