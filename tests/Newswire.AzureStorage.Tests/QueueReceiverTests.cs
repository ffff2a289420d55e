using Azure.Storage.Queues;
using Newswire.Storage;
using Newswire.TestKit;

namespace Newswire.AzureStorage.Tests;

public sealed class QueueReceiverTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly string queueName = $"receiver-{Guid.NewGuid():N}";
    private readonly StorageEmulator emulator;
    private readonly StorageConnection connection;
    private readonly QueueReceiver receiver;
    private readonly StorageQueues queues;

    public QueueReceiverTests(StorageEmulator emulator)
    {
        this.emulator = emulator;
        connection = StorageOn.Connection(emulator);
        receiver = StorageOn.Receiver(connection);
        queues = new StorageQueues(connection.Queues);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => connection.Dispose();

    [Fact]
    public async Task A_queue_that_does_not_exist_is_empty() =>
        Assert.Empty(await receiver.ReceiveAsync(queueName, 16, Minute, Token));

    [Fact]
    public async Task A_received_message_is_hidden_and_a_completed_one_gone()
    {
        await queues.SendAsync(queueName, "1.0", Token);

        var message = Assert.Single(await receiver.ReceiveAsync(queueName, 16, Minute, Token));
        Assert.Empty(await receiver.ReceiveAsync(queueName, 16, Minute, Token));
        await receiver.CompleteAsync(message, Token);
        await receiver.CompleteAsync(message, Token);
        await receiver.FailAsync(message, TimeSpan.Zero, Token);

        Assert.Null(await receiver.ExtendAsync(message, Minute, Token));
        Assert.Empty(await receiver.ReceiveAsync(queueName, 16, Minute, Token));
    }

    [Fact]
    public async Task A_failed_message_comes_back_with_its_text_and_is_poison_after_five_tries()
    {
        await queues.SendAsync(queueName, "économie", Token);
        for (var @try = 1; @try <= QueueReceiver.MaxTries; @try++)
        {
            var message = Assert.Single(await receiver.ReceiveAsync(queueName, 16, Minute, Token));
            Assert.Equal(("économie", @try), (message.Text, message.Tries));
            await receiver.FailAsync(message, TimeSpan.Zero, Token);
        }

        Assert.Empty(await receiver.ReceiveAsync(queueName, 16, Minute, Token));
        Assert.Equal("économie", Assert.Single(await receiver.ReceiveAsync($"{queueName}-poison", 16, Minute, Token)).Text);
    }

    [Fact]
    public async Task A_message_whose_receivers_all_died_is_poison_without_another_try()
    {
        await queues.SendAsync(queueName, "deadly", Token);
        var queue = connection.Queues.GetQueueClient(queueName);
        for (var @try = 1; @try <= QueueReceiver.MaxTries; @try++)
        {
            // Zero is how a test makes the time of a receiver that died be over.
            var message = (await queue.ReceiveMessageAsync(Minute, Token)).Value;
            await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: Token);
        }

        Assert.Empty(await receiver.ReceiveAsync(queueName, 16, Minute, Token));
        Assert.Equal("deadly", Assert.Single(await receiver.ReceiveAsync($"{queueName}-poison", 16, Minute, Token)).Text);
    }

    [Fact]
    public async Task An_extended_message_stays_with_its_receiver()
    {
        await queues.SendAsync(queueName, "1.0", Token);
        var message = Assert.Single(await receiver.ReceiveAsync(queueName, 16, Minute, Token));

        var extended = await receiver.ExtendAsync(message, Minute, Token);

        Assert.NotNull(extended);
        Assert.Equal("1.0", extended.Text);
        await receiver.FailAsync(extended, TimeSpan.Zero, Token);
        Assert.Equal("1.0", Assert.Single(await receiver.ReceiveAsync(queueName, 16, Minute, Token)).Text);
    }

    [Fact]
    public async Task Messages_are_base64_as_the_Functions_host_expects()
    {
        var raw = new QueueClient(this.emulator.ConnectionString, queueName);
        await queues.SendAsync(queueName, "1.0", Token);

        Assert.Equal("MS4w", (await raw.ReceiveMessageAsync(cancellationToken: Token)).Value.Body.ToString());
    }

    [Fact]
    public async Task A_message_in_another_encoding_is_poison_at_once_and_holds_up_nobody()
    {
        var raw = new QueueClient(this.emulator.ConnectionString, queueName);
        await raw.CreateAsync(cancellationToken: Token);
        await raw.SendMessageAsync("not base64!", Token);
        await queues.SendAsync(queueName, "1.0", Token);

        Assert.Equal("1.0", Assert.Single(await receiver.ReceiveAsync(queueName, 16, Minute, Token)).Text);
        Assert.Equal("not base64!", Assert.Single(await receiver.ReceiveAsync($"{queueName}-poison", 16, Minute, Token)).Text);
    }
}
