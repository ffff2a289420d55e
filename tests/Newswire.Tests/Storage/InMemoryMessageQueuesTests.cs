using Newswire.Storage;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Storage;

public sealed class InMemoryMessageQueuesTests : MessageQueuesContract
{
    private readonly InMemoryMessageQueues _queues = new();

    protected override IMessageQueues Queues => _queues;

    protected override Task<IReadOnlyList<string>> TakeAllAsync(string queue)
    {
        var waiting = _queues.Waiting(queue);
        Assert.Equal(waiting, _queues.TakeAll(queue));
        Assert.Empty(_queues.Waiting(queue));
        return Task.FromResult(waiting);
    }
}
