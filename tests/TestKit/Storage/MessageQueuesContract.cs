using Newswire.Storage;

namespace Newswire.TestKit.Storage;

/// <summary>What <see cref="IMessageQueues"/> promises, whatever stands behind it.</summary>
public abstract class MessageQueuesContract
{
    private readonly string queue = $"contract-{Guid.NewGuid():N}";

    protected abstract IMessageQueues Queues { get; }

    /// <summary>The same queues to those who watch them.</summary>
    protected abstract IQueueDepths Depths { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_sent_can_be_received()
    {
        await Queues.SendAsync(this.queue, "1.0", Token);
        await Queues.SendAsync(this.queue, "{\"id\":\"<économie> & 日本語 🙂\"}", Token);

        Assert.Equal(["1.0", "{\"id\":\"<économie> & 日本語 🙂\"}"], (await TakeAllAsync(this.queue)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_sent_for_later_waits()
    {
        await Queues.SendAsync(this.queue, "later", TimeSpan.FromDays(1), Token);
        await Queues.SendAsync(this.queue, "now", TimeSpan.Zero, Token);

        Assert.Equal(["now"], await TakeAllAsync(this.queue));
    }

    [Fact]
    public async Task Queues_are_separate()
    {
        await Queues.SendAsync(this.queue, "here", Token);
        await Queues.SendAsync($"{this.queue}-2", "there", Token);

        Assert.Equal(["here"], await TakeAllAsync(this.queue));
        Assert.Equal(["there"], await TakeAllAsync($"{this.queue}-2"));
    }

    [Fact]
    public async Task No_message_of_many_senders_is_lost()
    {
        var messages = Enumerable.Range(0, 50).Select(number => $"message {number:D2}").ToArray();

        await Task.WhenAll(messages.Select(message => Task.Run(() => Queues.SendAsync(this.queue, message, Token))));

        Assert.Equal(messages, (await TakeAllAsync(this.queue)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Messages_are_counted_also_those_that_wait_for_their_time()
    {
        Assert.Equal(0, await Depths.CountAsync(this.queue, Token));

        await Queues.SendAsync(this.queue, "now", Token);
        await Queues.SendAsync(this.queue, "later", TimeSpan.FromDays(1), Token);
        Assert.Equal(2, await Depths.CountAsync(this.queue, Token));

        await TakeAllAsync(this.queue);
        Assert.Equal(1, await Depths.CountAsync(this.queue, Token));
    }

    [Fact]
    public async Task The_callers_cancellation_is_no_fault_of_storage() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Queues.SendAsync(this.queue, "1.0", new CancellationToken(canceled: true)));

    /// <summary>Receives and completes what waits in the queue, in any order.</summary>
    protected abstract Task<IReadOnlyList<string>> TakeAllAsync(string queue);
}
