using Newswire.Storage;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Storage;

public sealed class InMemoryMessageQueuesTests : MessageQueuesContract
{
    private readonly InMemoryMessageQueues queues = new();

    protected override IMessageQueues Queues => queues;

    protected override IQueueDepths Depths => queues;

    protected override Task<IReadOnlyList<string>> TakeAllAsync(string queue)
    {
        var waiting = queues.Waiting(queue);
        Assert.Equal(waiting, queues.TakeAll(queue));
        Assert.Empty(queues.Waiting(queue));
        return Task.FromResult(waiting);
    }
}
