using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;
using Newswire.WebSub;
using Newswire.WebSub.Distributing;
using Newswire.WebSub.Subscribing;

namespace Newswire.Tests.WebSub.Distributing;

/// <summary>
/// A topic with subscribers in one bucket, queues, and workers that receive messages from them: each message by a process
/// of its own, which may stand still or die. Time goes by the second, and only as the test says.
/// </summary>
internal sealed class HubWorld : IDisposable
{
    public static readonly Topic Topic = new("topics/crime", "atom");
    public static readonly ObjectPath Path = SubscriberPaths.Path(Topic, Bucket);

    /// <summary>A message that was not completed comes back after this.</summary>
    public static readonly TimeSpan VisibilityTimeout = TimeSpan.FromMinutes(5);

    private const string Bucket = "0a";

    private static readonly string[] Queues = [QueueNames.WebSubDeliver, QueueNames.WebSubRetry];

    private readonly InMemoryMessageQueues queues;
    private readonly DeliveryPlaces places;
    private readonly HubClient client;
    private readonly Pump pump = new();
    private readonly List<(Task Work, FaultPlan Plan, string Queue, string Message, DateTimeOffset Back)> atWork = [];
    private readonly List<(DateTimeOffset At, FaultPlan Plan)> resumptions = [];
    private int published;

    public HubWorld(HubOptions? options = null)
    {
        Options = options ?? new HubOptions();
        queues = new InMemoryMessageQueues(Time);
        places = new DeliveryPlaces(Options);
        client = new HubClient(Options, Some.Publication(), Time);
        Sender = new FakeSender(Time);
    }

    public HubOptions Options { get; }

    public FakeTimeProvider Time { get; } = new(Some.Morning);

    public InMemoryObjectStore Objects { get; } = new();

    public FakeSender Sender { get; }

    /// <summary>What happens to the process that receives the message with this number, counted from 1. Default: nothing.</summary>
    public Func<int, FaultPlan> Faults { get; set; } = _ => FaultPlan.Count();

    /// <summary>How many messages have been received, from both queues.</summary>
    public int Received { get; private set; }

    /// <summary>The plans of the processes there were, in order.</summary>
    public List<FaultPlan> Plans { get; } = [];

    /// <summary>Whether nobody is at work. Messages may wait.</summary>
    public bool IsQuiet => atWork.Count == 0;

    public SubscriberBucket? Subscribers =>
        Objects.Snapshot().TryGetValue(Path, out var stored)
            ? JsonSerializer.Deserialize(stored.Content.Span, SubscriberJson.Stored.SubscriberBucket)
            : null;

    public void Subscribe(params IEnumerable<Subscriber> subscribers) => Do(async () =>
    {
        var bucket = subscribers.Aggregate(Subscribers ?? new SubscriberBucket([]), (all, subscriber) => all.With(subscriber));
        await WriteAsync(Path, JsonSerializer.SerializeToUtf8Bytes(bucket, SubscriberJson.Stored.SubscriberBucket), ObjectProperties.NoMetadata);
    });

    /// <summary>A subscriber who has the document there is.</summary>
    public Subscriber Subscriber(string name, TimeSpan? lease = null) =>
        new($"https://{name}.example/", Time.GetUtcNow() + (lease ?? TimeSpan.FromDays(10))) { Has = Hash(published) };

    /// <summary>Writes the next document, and tells the bucket's workers.</summary>
    public void Publish(int messages = 1)
    {
        published++;
        Write();
        for (var i = 0; i < messages; i++)
        {
            Tell();
        }
    }

    /// <summary>The document's number.</summary>
    public int Published => published;

    /// <summary>A message that the bucket may have something to do.</summary>
    public void Tell() => Do(() => queues.SendAsync(QueueNames.WebSubDeliver, new BucketMessage(Topic, Bucket).ToString(), CancellationToken.None));

    /// <summary>Lets so much time go by, and everybody do what they have to do meanwhile.</summary>
    public void Live(TimeSpan span)
    {
        for (var end = Time.GetUtcNow() + span; ; Time.Advance(TimeSpan.FromSeconds(IsQuiet ? Math.Clamp((end - Time.GetUtcNow()).TotalSeconds, 1, 5) : 1)))
        {
            Work();
            if (Time.GetUtcNow() >= end)
            {
                return;
            }
        }
    }

    /// <summary>A process that stands still goes on at that moment.</summary>
    public void ResumeAt(DateTimeOffset moment, FaultPlan plan) => resumptions.Add((moment, plan));

    /// <summary>How many messages wait in a queue, now or for later.</summary>
    public int Waiting(string queue) => queues.Count(queue);

    public void Dispose()
    {
        places.Dispose();
        client.Dispose();
    }

    private void Work()
    {
        do
        {
            foreach (var (_, plan) in resumptions.Where(resumption => resumption.At <= Time.GetUtcNow()))
            {
                plan.Resume();
            }

            resumptions.RemoveAll(resumption => resumption.At <= Time.GetUtcNow());
            pump.RunUntilQuiet();
            ComeBack();
            foreach (var queue in Queues)
            {
                foreach (var message in queues.TakeAll(queue))
                {
                    Receive(queue, message);
                }
            }

            pump.RunUntilQuiet();
            ComeBack();
        }
        while (Queues.Any(queue => queues.Waiting(queue).Count > 0));
    }

    private void Receive(string queue, string message)
    {
        var plan = Faults(++Received);
        Plans.Add(plan);
        var delivery = Process(plan);
        var work = pump.Begin(() => queue == QueueNames.WebSubDeliver
            ? delivery.DeliverAsync(message, CancellationToken.None)
            : delivery.RetryAsync(message, CancellationToken.None));
        atWork.Add((work, plan, queue, message, Time.GetUtcNow() + VisibilityTimeout));
    }

    /// <summary>Who is ready has completed the message; of the others it comes to somebody else when its time is over.</summary>
    private void ComeBack()
    {
        foreach (var one in atWork.ToList())
        {
            if (one.Work.IsCompletedSuccessfully)
            {
                atWork.Remove(one);
            }
            else if (one.Work.IsFaulted && !one.Plan.HasCrashed && one.Work.Exception.InnerException is not StorageAwayException)
            {
                one.Work.GetAwaiter().GetResult();
            }
            else if (one.Back <= Time.GetUtcNow())
            {
                atWork.Remove(one);
                Do(() => queues.SendAsync(one.Queue, one.Message, CancellationToken.None));
            }
        }
    }

    private BucketDelivery Process(FaultPlan plan)
    {
        var store = new FaultyObjectStore(Objects, plan);
        var faulty = new FaultyMessageQueues(queues, plan);
        var ledgers = new HostLedgers(store, Options, Time);
        var departure = new Departure(
            store, faulty, new FeedsInForce(store), new HubDenial(client, Some.Publication(), NullLogger<HubDenial>.Instance), ledgers, places, Some.Publication());
        return new BucketDelivery(
            store, faulty, new TopicDocuments(store, Time), Sender, places, departure, ledgers, Options, Time, NullLogger<BucketDelivery>.Instance);
    }

    private void Write() => Do(() => WriteAsync(
        ObjectPaths.Document(Topic.Feed, Topic.Extension),
        Encoding.UTF8.GetBytes(published.ToString(CultureInfo.InvariantCulture)),
        new DocumentFacts(Hash(published), Time.GetUtcNow()).ToMetadata()));

    private async Task WriteAsync(ObjectPath path, byte[] content, IReadOnlyDictionary<string, string> metadata)
    {
        var before = await Objects.HeadAsync(path, CancellationToken.None);
        Assert.IsType<WriteResult.Written>(await Objects.WriteAsync(
            path, new ObjectContent(content, "application/atom+xml") { Metadata = metadata }, before?.ETag, CancellationToken.None));
    }

    private static string Hash(int document) => string.Create(CultureInfo.InvariantCulture, $"hash-{document}");

    /// <summary>Storage in memory is done at once.</summary>
    private static void Do(Func<Task> work) => work().GetAwaiter().GetResult();
}
