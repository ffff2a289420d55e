using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using Newswire.Storage;

namespace Newswire.AzureStorage;

/// <summary>
/// Receives messages as the queue trigger of Azure Functions does: a message that was not completed comes back, and
/// after five tries it is moved to <c>{queue}-poison</c>.
/// </summary>
public sealed class QueueReceiver
{
    /// <summary>How often a message is tried before it counts as poison.</summary>
    public const int MaxTries = 5;

    /// <summary>The most messages one request can receive.</summary>
    public const int MaxMessages = 32;

    private readonly QueueServiceClient service;
    private readonly ILogger logger;

    internal QueueReceiver(QueueServiceClient service, ILogger logger)
    {
        this.service = service;
        this.logger = logger;
    }

    /// <summary>
    /// Takes up to <paramref name="maxMessages"/> (1 to 32) messages, which come back by themselves after
    /// <paramref name="visibilityTimeout"/> (1 second to 7 days). Empty when none is waiting or the queue does not
    /// exist. Messages whose every receiver died are moved to the poison queue here.
    /// </summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        string queue, int maxMessages, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        QueueMessage[] messages;
        try
        {
            messages = await this.service.GetQueueClient(queue)
                .ReceiveMessagesAsync(maxMessages, visibilityTimeout, cancellationToken);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }

        var received = new List<ReceivedMessage>(messages.Length);
        foreach (var message in messages)
        {
            var one = new ReceivedMessage(
                queue, message.Body.ToString(), message.DequeueCount, message.MessageId, message.PopReceipt);
            if (one.Tries > MaxTries)
            {
                await MoveToPoisonAsync(one, cancellationToken);
            }
            else
            {
                received.Add(one);
            }
        }

        return received;
    }

    /// <summary>The message is done with: deletes it, unless its time is over and somebody else has it.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task CompleteAsync(ReceivedMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            await this.service.GetQueueClient(message.Queue).DeleteMessageAsync(message.Id, message.PopReceipt, cancellationToken);
        }
        catch (RequestFailedException taken) when (IsTaken(taken))
        {
            Log.MessageTaken(this.logger, message.Queue, message.Id);
        }
    }

    /// <summary>
    /// The message could not be handled: it comes back after <paramref name="retryAfter"/> (zero: at once), or moves to
    /// the poison queue when this was its fifth try.
    /// </summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task FailAsync(ReceivedMessage message, TimeSpan retryAfter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.Tries >= MaxTries)
        {
            await MoveToPoisonAsync(message, cancellationToken);
            return;
        }

        try
        {
            await this.service.GetQueueClient(message.Queue).UpdateMessageAsync(
                message.Id, message.PopReceipt, visibilityTimeout: retryAfter, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException taken) when (IsTaken(taken))
        {
            Log.MessageTaken(this.logger, message.Queue, message.Id);
        }
    }

    /// <summary>
    /// Keeps the message for <paramref name="visibilityTimeout"/> more, counted from now. Null when its time was over
    /// and somebody else has it; otherwise the message to complete or fail in place of <paramref name="message"/>.
    /// </summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task<ReceivedMessage?> ExtendAsync(
        ReceivedMessage message, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            var answer = await this.service.GetQueueClient(message.Queue).UpdateMessageAsync(
                message.Id, message.PopReceipt, visibilityTimeout: visibilityTimeout, cancellationToken: cancellationToken);
            return message with { PopReceipt = answer.Value.PopReceipt };
        }
        catch (RequestFailedException taken) when (IsTaken(taken))
        {
            return null;
        }
    }

    internal static string PoisonName(string queue) => QueueNames.PoisonOf(queue);

    private static bool IsTaken(RequestFailedException fault) =>
        fault.ErrorCode == QueueErrorCode.MessageNotFound || fault.ErrorCode == QueueErrorCode.PopReceiptMismatch;

    private async Task MoveToPoisonAsync(ReceivedMessage message, CancellationToken cancellationToken)
    {
        // In this order a crash in between doubles the message; in the other it would lose it.
        await StorageQueues.SendAsync(
            this.service.GetQueueClient(PoisonName(message.Queue)), message.Text, TimeSpan.Zero, cancellationToken);
        await CompleteAsync(message, cancellationToken);
        Log.MessagePoisoned(this.logger, message.Queue, message.Id, message.Tries);
    }
}
