using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Storage;

namespace Newswire.AzureStorage.Tests;

public sealed class PoisonQueuesTests(StorageEmulator emulator) : PoisonMessagesContract, IDisposable
{
    private readonly StorageConnection connection = StorageOn.Connection(emulator);

    protected override IPoisonMessages Poison => new PoisonQueues(connection.Queues);

    public void Dispose() => connection.Dispose();

    [Fact]
    public async Task What_failed_five_times_is_found_here()
    {
        var queue = $"failing-{Guid.NewGuid():N}";
        await new StorageQueues(connection.Queues).SendAsync(queue, "1.0", CancellationToken.None);
        var receiver = StorageOn.Receiver(connection);
        for (var i = 0; i < QueueReceiver.MaxTries; i++)
        {
            var message = Assert.Single(await receiver.ReceiveAsync(queue, 1, TimeSpan.FromMinutes(1), CancellationToken.None));
            await receiver.FailAsync(message, TimeSpan.Zero, CancellationToken.None);
        }

        Assert.Equal("1.0", Assert.Single(await Poison.PeekAsync(queue, CancellationToken.None)).Text);
    }

    protected override Task AddAsync(string queue, string text) =>
        new StorageQueues(connection.Queues).SendAsync(QueueReceiver.PoisonName(queue), text, TimeSpan.Zero, CancellationToken.None);

    protected override async Task<IReadOnlyList<string>> TakeAllAsync(string queue)
    {
        var receiver = StorageOn.Receiver(connection);
        List<string> taken = [];
        while (await receiver.ReceiveAsync(queue, QueueReceiver.MaxMessages, TimeSpan.FromMinutes(1), CancellationToken.None)
               is { Count: > 0 } messages)
        {
            foreach (var message in messages)
            {
                taken.Add(message.Text);
                await receiver.CompleteAsync(message, CancellationToken.None);
            }
        }

        return taken;
    }
}
