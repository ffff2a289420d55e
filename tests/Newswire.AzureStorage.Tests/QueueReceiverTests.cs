using Azure.Storage.Queues;
using Newswire.TestKit;

namespace Newswire.AzureStorage.Tests;

public sealed class QueueReceiverTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly string _queue = $"receiver-{Guid.NewGuid():N}";
    private readonly StorageEmulator _emulator;
    private readonly StorageConnection _connection;
    private readonly QueueReceiver _receiver;
    private readonly StorageQueues _queues;

    public QueueReceiverTests(StorageEmulator emulator)
    {
        _emulator = emulator;
        _connection = StorageOn.Connection(emulator);
        _receiver = StorageOn.Receiver(_connection);
        _queues = new StorageQueues(_connection.Queues);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _connection.Dispose();

    [Fact]
    public async Task A_queue_that_does_not_exist_is_empty() =>
        Assert.Empty(await _receiver.ReceiveAsync(_queue, 16, Minute, Token));

    [Fact]
    public async Task A_received_message_is_hidden_and_a_completed_one_gone()
    {
        await _queues.SendAsync(_queue, "1.0", Token);

        var message = Assert.Single(await _receiver.ReceiveAsync(_queue, 16, Minute, Token));
        Assert.Empty(await _receiver.ReceiveAsync(_queue, 16, Minute, Token));
        await _receiver.CompleteAsync(message, Token);
        await _receiver.CompleteAsync(message, Token);
        await _receiver.FailAsync(message, TimeSpan.Zero, Token);

        Assert.Null(await _receiver.ExtendAsync(message, Minute, Token));
        Assert.Empty(await _receiver.ReceiveAsync(_queue, 16, Minute, Token));
    }

    [Fact]
    public async Task A_failed_message_comes_back_with_its_text_and_is_poison_after_five_tries()
    {
        await _queues.SendAsync(_queue, "économie", Token);
        for (var @try = 1; @try <= QueueReceiver.MaxTries; @try++)
        {
            var message = Assert.Single(await _receiver.ReceiveAsync(_queue, 16, Minute, Token));
            Assert.Equal(("économie", @try), (message.Text, message.Tries));
            await _receiver.FailAsync(message, TimeSpan.Zero, Token);
        }

        Assert.Empty(await _receiver.ReceiveAsync(_queue, 16, Minute, Token));
        Assert.Equal("économie", Assert.Single(await _receiver.ReceiveAsync($"{_queue}-poison", 16, Minute, Token)).Text);
    }

    [Fact]
    public async Task A_message_whose_receivers_all_died_is_poison_without_another_try()
    {
        await _queues.SendAsync(_queue, "deadly", Token);
        var queue = _connection.Queues.GetQueueClient(_queue);
        for (var @try = 1; @try <= QueueReceiver.MaxTries; @try++)
        {
            // Zero is how a test makes the time of a receiver that died be over.
            var message = (await queue.ReceiveMessageAsync(Minute, Token)).Value;
            await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: Token);
        }

        Assert.Empty(await _receiver.ReceiveAsync(_queue, 16, Minute, Token));
        Assert.Equal("deadly", Assert.Single(await _receiver.ReceiveAsync($"{_queue}-poison", 16, Minute, Token)).Text);
    }

    [Fact]
    public async Task An_extended_message_stays_with_its_receiver()
    {
        await _queues.SendAsync(_queue, "1.0", Token);
        var message = Assert.Single(await _receiver.ReceiveAsync(_queue, 16, Minute, Token));

        var extended = await _receiver.ExtendAsync(message, Minute, Token);

        Assert.NotNull(extended);
        Assert.Equal("1.0", extended.Text);
        await _receiver.FailAsync(extended, TimeSpan.Zero, Token);
        Assert.Equal("1.0", Assert.Single(await _receiver.ReceiveAsync(_queue, 16, Minute, Token)).Text);
    }

    [Fact]
    public async Task Messages_are_base64_as_the_Functions_host_expects()
    {
        var raw = new QueueClient(_emulator.ConnectionString, _queue);
        await _queues.SendAsync(_queue, "1.0", Token);

        Assert.Equal("MS4w", (await raw.ReceiveMessageAsync(cancellationToken: Token)).Value.Body.ToString());
    }

    [Fact]
    public async Task A_message_in_another_encoding_is_poison_at_once_and_holds_up_nobody()
    {
        var raw = new QueueClient(_emulator.ConnectionString, _queue);
        await raw.CreateAsync(cancellationToken: Token);
        await raw.SendMessageAsync("not base64!", Token);
        await _queues.SendAsync(_queue, "1.0", Token);

        Assert.Equal("1.0", Assert.Single(await _receiver.ReceiveAsync(_queue, 16, Minute, Token)).Text);
        Assert.Equal("not base64!", Assert.Single(await _receiver.ReceiveAsync($"{_queue}-poison", 16, Minute, Token)).Text);
    }
}
