using Newswire.AzureStorage;
using Newswire.Storage;

namespace Newswire.Server.Hosting;

/// <summary>
/// Listens to a queue as the queue trigger of Azure Functions does: polls, backing off while nothing comes, and takes the
/// next messages while some of the last are still being handled, so that one that takes long holds up no other. A message
/// that fails comes back, and after five tries goes to the poison queue.
/// </summary>
internal sealed class QueueListener(
    QueueWork work, QueueReceiver receiver, QueuePulse pulse, IServiceProvider services, ILogger<QueueListener> log)
    : BackgroundService
{
    /// <summary>How many messages are taken at once; the Functions host has the same.</summary>
    public const int BatchSize = 16;

    /// <summary>
    /// The next are taken when no more than this are being handled; the Functions host has the same. Deliveries mostly
    /// wait, so there may be many.
    /// </summary>
    public const int NewBatchThreshold = 48;

    private static readonly TimeSpan ShortestPoll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan VisibilityTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<Task> underWay = [];
        var poll = ShortestPoll;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                underWay.RemoveAll(handling => handling.IsCompleted);
                if (underWay.Count > NewBatchThreshold)
                {
                    await Task.WhenAny(underWay);
                    continue;
                }

                var messages = await ReceiveAsync(stoppingToken);
                underWay.AddRange(messages.Select(message => HandleAsync(message, stoppingToken)));
                if (messages.Count > 0)
                {
                    poll = ShortestPoll;
                    continue;
                }

                await pulse.WaitAsync(work.Queue, poll, stoppingToken);
                poll = poll * 2 < LongestPoll ? poll * 2 : LongestPoll;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop while it waited.
        }

        await Task.WhenAll(underWay);
    }

    private async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(CancellationToken stoppingToken)
    {
        try
        {
            return await receiver.ReceiveAsync(work.Queue, BatchSize, VisibilityTimeout, stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // A listener that ended would leave its queue to nobody.
            Log.QueueAway(log, work.Queue, exception);
            return [];
        }
    }

    private async Task HandleAsync(ReceivedMessage message, CancellationToken stoppingToken)
    {
        try
        {
            if (await SucceedsAsync(message, stoppingToken))
            {
                await receiver.CompleteAsync(message, CancellationToken.None);
            }
            else if (stoppingToken.IsCancellationRequested)
            {
                // Broken off, and not because of the message: somebody else may have it at once.
                await receiver.ExtendAsync(message, TimeSpan.Zero, CancellationToken.None);
            }
            else
            {
                await receiver.FailAsync(message, RetryAfter, CancellationToken.None);
            }
        }
        catch (Exception exception)
        {
            // The message comes back when its time is over.
            Log.QueueAway(log, work.Queue, exception);
        }
    }

    /// <summary>Whether the message is done with.</summary>
    private async Task<bool> SucceedsAsync(ReceivedMessage message, CancellationToken stoppingToken)
    {
        try
        {
            await TracedMessage.HandleAsync(
                work.Queue, message.Text, (text, cancelled) => work.HandleAsync(services, text, cancelled), stoppingToken);
            return true;
        }
        catch (Exception exception)
        {
            // The outermost caller: the queue tries again, and keeps what never works for people to look at.
            if (!stoppingToken.IsCancellationRequested)
            {
                Log.MessageFailed(log, work.Queue, message.Id, message.Tries, exception);
            }

            return false;
        }
    }
}
