using Newswire.AzureStorage;

namespace Newswire.Server.Hosting;

/// <summary>
/// Listens to a queue as the queue trigger of Azure Functions does: polls, backing off while nothing comes; a message
/// that fails comes back, and after five tries goes to the poison queue.
/// </summary>
internal sealed class QueueListener(
    QueueWork work, QueueReceiver receiver, QueuePulse pulse, IServiceProvider services, ILogger<QueueListener> log)
    : BackgroundService
{
    private const int BatchSize = 16;

    private static readonly TimeSpan ShortestPoll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan VisibilityTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var poll = ShortestPoll;
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await ReceiveAsync(stoppingToken))
            {
                poll = ShortestPoll;
                continue;
            }

            await pulse.WaitAsync(work.Queue, poll, stoppingToken);
            poll = poll * 2 < LongestPoll ? poll * 2 : LongestPoll;
        }
    }

    private async Task<bool> ReceiveAsync(CancellationToken stoppingToken)
    {
        try
        {
            var messages = await receiver.ReceiveAsync(work.Queue, BatchSize, VisibilityTimeout, stoppingToken);
            await Task.WhenAll(messages.Select(message => HandleAsync(message, stoppingToken)));
            return messages.Count > 0;
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // A listener that ended would leave its queue to nobody.
            Log.QueueAway(log, work.Queue, exception);
            return false;
        }
    }

    private async Task HandleAsync(ReceivedMessage message, CancellationToken stoppingToken)
    {
        try
        {
            await work.HandleAsync(services, message.Text, stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // The outermost caller: the queue tries again, and keeps what never works for people to look at.
            Log.MessageFailed(log, work.Queue, message.Id, message.Tries, exception);
            await receiver.FailAsync(message, RetryAfter, stoppingToken);
            return;
        }

        await receiver.CompleteAsync(message, stoppingToken);
    }
}
