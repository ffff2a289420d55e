using Microsoft.Extensions.Logging.Abstractions;
using Newswire.Catalog;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;
using Newswire.Tests.Projection;
using Newswire.WebPush;
using Newswire.WebPush.Notifying;
using Newswire.WebPush.Subscriptions;

namespace Newswire.Tests.WebPush.Notifying;

/// <summary>A newsroom with readers who want to be told: the real pass, queues, buckets, and push services in memory.</summary>
internal sealed class PushRoom
{
    private static readonly string[] Derived =
        [Containers.Articles, Containers.FeedsState, Containers.Projection, Containers.Public, Containers.Tombstones];

    public PushRoom() => Queues = new InMemoryMessageQueues(Newsroom.Time);

    public Newsroom Newsroom { get; } = new();

    public InMemoryMessageQueues Queues { get; }

    public RecordingSender Sender { get; } = new();

    public SubscriptionOptions Options { get; init; } = new();

    public DateTimeOffset Now => Newsroom.Time.GetUtcNow();

    /// <summary>What readers were told, as "reader: title", in order of those.</summary>
    public IEnumerable<string> Told => Sender.All.Select(sent => sent.ToString()).Order(StringComparer.Ordinal);

    public Change.Publish Article(string id, string[] topics, long version = 1, bool? notify = null, string? headline = null) =>
        Some.Publish(id, version, published: Now, received: Now, article: Some.Article(headline ?? id, topics: topics)) with
        {
            Notify = notify,
        };

    public async Task SubscribeAsync(PushSubscription reader) =>
        await State().ChangeAsync(
            PushPaths.BucketOf(reader.Endpoint), bucket => (bucket ?? new PushBucket([])).With(reader), CancellationToken.None);

    /// <summary>Puts so many readers into one bucket, whatever their endpoints are.</summary>
    public Task FillAsync(string bucket, int readers, string favourite) => State().ChangeAsync(
        PushPaths.Path(bucket),
        _ => new PushBucket([.. Enumerable.Range(0, readers).Select(i => Reader.Of($"r{i:D5}", favourites: favourite))]),
        CancellationToken.None);

    public async Task<PushSubscription?> FindAsync(string reader) =>
        (await State().ReadAsync(PushPaths.BucketOf(Reader.Endpoint(reader)), CancellationToken.None))?.Find(Reader.Endpoint(reader));

    /// <summary>The newsroom accepts the changes, and everything happens that follows.</summary>
    public async Task PublishAsync(params IReadOnlyList<Change> changes)
    {
        await Newsroom.AppendAsync(changes);
        await RunAsync();
    }

    /// <summary>Everything that there is to do now.</summary>
    public async Task RunAsync(FaultPlan? plan = null)
    {
        plan ??= FaultPlan.Count();
        await RunPassAsync(plan);
        while (await HandleAsync(QueueNames.PushNotify, plan) || await HandleAsync(QueueNames.PushDeliver, plan))
        {
        }
    }

    /// <summary>Everything that the newsroom has accepted comes into the documents.</summary>
    public Task RunPassAsync(FaultPlan? plan = null)
    {
        plan ??= FaultPlan.Count();
        return Newsroom.RunToTheEndAsync(
            Newsroom.Process(plan, followers: [new PushFollower(new FaultyMessageQueues(Queues, plan), Options)]));
    }

    /// <summary>Time goes by, minute by minute, as much as matters.</summary>
    public async Task LiveAsync(TimeSpan span, TimeSpan? step = null)
    {
        for (var end = Now + span; Now < end;)
        {
            Newsroom.Time.Advance(step ?? TimeSpan.FromMinutes(1));
            await RunAsync();
        }
    }

    public Task DeliverAsync(string message, FaultPlan? plan = null) => Delivery(plan).RunAsync(message, CancellationToken.None);

    public Task NotifyAsync(string message) => Notifier(FaultPlan.Count()).RunAsync(message, CancellationToken.None);

    public Task HousekeepAsync() =>
        new PushHousekeeping(Newsroom.Objects, Delivery(), Newsroom.Time).RunAsync(CancellationToken.None);

    /// <summary>Deletes all that is derived from the catalog.</summary>
    public async Task ForgetDerivedAsync()
    {
        foreach (var (path, stored) in Newsroom.Objects.Snapshot().Where(pair => Derived.Contains(pair.Key.Container)))
        {
            await Newsroom.Objects.DeleteAsync(path, stored.Properties.ETag, CancellationToken.None);
        }
    }

    public PushSubscriptions Subscriptions(FaultPlan? plan = null) => new(
        new FaultyObjectStore(Newsroom.Objects, plan ?? FaultPlan.Count()), Queues, Options, Newsroom.Time);

    private Newswire.Delivery.SharedState<PushBucket> State() => new(Newsroom.Objects, SubscriptionJson.Stored.PushBucket);

    private async Task<bool> HandleAsync(string queue, FaultPlan plan)
    {
        var messages = Queues.TakeAll(queue);
        for (var i = 0; i < messages.Count; i++)
        {
            try
            {
                await (queue == QueueNames.PushNotify
                    ? Notifier(plan).RunAsync(messages[i], CancellationToken.None)
                    : Delivery(plan).RunAsync(messages[i], CancellationToken.None));
            }
            catch
            {
                // What is not done with comes again.
                foreach (var left in messages.Skip(i))
                {
                    await Queues.SendAsync(queue, left, CancellationToken.None);
                }

                throw;
            }
        }

        return messages.Count > 0;
    }

    private Notifier Notifier(FaultPlan plan)
    {
        var store = new FaultyObjectStore(Newsroom.Objects, plan);
        return new Notifier(store, Announcements(store), new FaultyMessageQueues(Queues, plan), Newsroom.Time);
    }

    private PushDelivery Delivery(FaultPlan? plan = null)
    {
        plan ??= FaultPlan.Count();
        var store = new FaultyObjectStore(Newsroom.Objects, plan);
        return new PushDelivery(
            store,
            new FaultyMessageQueues(Queues, plan),
            new FeedsInForce(store),
            Announcements(store),
            Sender,
            new PushOptions { MaxParallel = 1 },
            Newsroom.Time,
            NullLogger<PushDelivery>.Instance);
    }

    private Announcements Announcements(IObjectStore store) =>
        new(new ArticleViews(store), Newsroom.Publication, Options);
}
