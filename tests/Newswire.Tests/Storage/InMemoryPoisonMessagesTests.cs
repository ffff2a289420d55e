using Newswire.Storage;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Storage;

public sealed class InMemoryPoisonMessagesTests : PoisonMessagesContract
{
    private readonly InMemoryMessageQueues queues = new();
    private readonly InMemoryPoisonMessages poison;

    public InMemoryPoisonMessagesTests() => poison = new InMemoryPoisonMessages(queues);

    protected override IPoisonMessages Poison => poison;

    protected override Task AddAsync(string queue, string text)
    {
        poison.Add(queue, text);
        return Task.CompletedTask;
    }

    protected override Task<IReadOnlyList<string>> TakeAllAsync(string queue) => Task.FromResult(queues.TakeAll(queue));
}
