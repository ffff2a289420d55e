using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Storage;

namespace Newswire.AzureStorage.Tests;

public sealed class StorageQueuesTests(StorageEmulator emulator) : MessageQueuesContract, IDisposable
{
    private readonly StorageConnection connection = StorageOn.Connection(emulator);

    protected override IMessageQueues Queues => new StorageQueues(connection.Queues);

    protected override IQueueDepths Depths => new StorageQueues(connection.Queues);

    public void Dispose() => connection.Dispose();

    [Fact]
    public async Task A_message_for_later_never_comes_early_though_storage_counts_whole_seconds()
    {
        await using var server = new CannedServer(CannedServer.Answer("500 Internal Server Error"));
        using var canned = new StorageConnection(server.Options);

        await Assert.ThrowsAsync<StorageAwayException>(() => new StorageQueues(canned.Queues).SendAsync(
            "queue", "1.0", TimeSpan.FromSeconds(7.2), CancellationToken.None));

        Assert.Contains("visibilitytimeout=8&", server.Requests.First(), StringComparison.Ordinal);
    }

    protected override async Task<IReadOnlyList<string>> TakeAllAsync(string queue)
    {
        var receiver = StorageOn.Receiver(connection);
        var taken = new List<string>();
        while (await receiver.ReceiveAsync(queue, QueueReceiver.MaxMessages, TimeSpan.FromMinutes(1), CancellationToken.None)
               is { Count: > 0 } messages)
        {
            foreach (var message in messages)
            {
                Assert.Equal(1, message.Tries);
                taken.Add(message.Text);
                await receiver.CompleteAsync(message, CancellationToken.None);
            }
        }

        return taken;
    }
}
