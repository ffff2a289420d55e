using System.Runtime.CompilerServices;
using Newswire.Storage;

namespace Newswire.TestKit.Faults;

/// <summary>An object store as one process sees it; a listing is one operation, done before its first name is given.</summary>
public sealed class FaultyObjectStore(IObjectStore inner, FaultPlan plan) : IObjectStore
{
    public Task<StoredObject?> ReadAsync(ObjectPath path, CancellationToken cancellationToken) =>
        plan.RunAsync($"read {path}", () => inner.ReadAsync(path, cancellationToken));

    public Task<ObjectProperties?> HeadAsync(ObjectPath path, CancellationToken cancellationToken) =>
        plan.RunAsync($"head {path}", () => inner.HeadAsync(path, cancellationToken));

    public Task<WriteResult> WriteAsync(
        ObjectPath path, ObjectContent content, string? expectedETag, CancellationToken cancellationToken) =>
        plan.RunAsync($"write {path}", () => inner.WriteAsync(path, content, expectedETag, cancellationToken));

    public Task<bool> DeleteAsync(ObjectPath path, string expectedETag, CancellationToken cancellationToken) =>
        plan.RunAsync($"delete {path}", () => inner.DeleteAsync(path, expectedETag, cancellationToken));

    public async IAsyncEnumerable<string> ListAsync(
        string container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var names = await plan.RunAsync($"list {container}/{prefix}", async () =>
        {
            var all = new List<string>();
            await foreach (var name in inner.ListAsync(container, prefix, cancellationToken))
            {
                all.Add(name);
            }

            return all;
        });
        foreach (var name in names)
        {
            yield return name;
        }
    }
}
