using Newswire.Storage;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Storage;

public sealed class InMemoryObjectStoreTests : ObjectStoreContract
{
    protected override IObjectStore Store { get; } = new InMemoryObjectStore();
}
