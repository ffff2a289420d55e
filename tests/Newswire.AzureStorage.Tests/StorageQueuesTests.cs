using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Storage;

namespace Newswire.AzureStorage.Tests;

public sealed class StorageQueuesTests(StorageEmulator emulator) : MessageQueuesContract, IDisposable
{
    private readonly StorageConnection connection = StorageOn.Connection(emulator);

    protected override IMessageQueues Queues => new StorageQueues(connection.Queues);

    public void Dispose() => connection.Dispose();

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
