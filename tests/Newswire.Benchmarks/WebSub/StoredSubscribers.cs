using Microsoft.Extensions.DependencyInjection;
using Newswire.AzureStorage;
using Newswire.Delivery;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.WebSub;

namespace Newswire.Benchmarks.WebSub;

/// <summary>Puts subscribers into the server's storage, as if each had subscribed and confirmed.</summary>
internal sealed class StoredSubscribers(string connectionString, Topic topic) : IAsyncDisposable
{
    private readonly ServiceProvider services = new ServiceCollection()
        .AddAzureStorage(new StorageOptions { ConnectionString = connectionString })
        .BuildServiceProvider();

    /// <summary>From now on these are the topic's subscribers, each with a secret, and they have the document there is.</summary>
    public async Task ReplaceAsync(IReadOnlyList<string> callbacks)
    {
        var store = services.GetRequiredService<IObjectStore>();
        var document = await store.HeadAsync(ObjectPaths.Document(topic.Feed, topic.Extension), CancellationToken.None);
        var hash = DocumentFacts.From(document!.Metadata)!.Hash;
        var subscribers = callbacks
            .Select(callback => new Subscriber(callback, DateTimeOffset.UtcNow.AddDays(1)) { Has = hash, Secret = callback })
            .ToLookup(subscriber => Bucket.Of(subscriber.Callback, SubscriberBucket.Count));
        var buckets = new SharedState<SubscriberBucket>(store, SubscriberJson.Stored.SubscriberBucket);
        foreach (var bucket in Enumerable.Range(0, SubscriberBucket.Count).Select(number => number.ToString("x2")))
        {
            var members = subscribers[bucket].OrderBy(subscriber => subscriber.Callback, StringComparer.Ordinal).ToList();
            await buckets.ChangeAsync(
                SubscriberPaths.Path(topic, bucket), _ => members.Count == 0 ? null : new SubscriberBucket(members), CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();
}
