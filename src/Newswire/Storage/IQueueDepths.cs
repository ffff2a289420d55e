namespace Newswire.Storage;

/// <summary>How many messages there are in queues, for those who watch them.</summary>
public interface IQueueDepths
{
    /// <summary>
    /// About how many messages are in the queue, those included that are being handled or wait for their time; never less
    /// than there are. 0 when there is no such queue.
    /// </summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    Task<long> CountAsync(string queue, CancellationToken cancellationToken);
}
