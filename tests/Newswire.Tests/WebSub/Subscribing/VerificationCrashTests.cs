using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Web;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Newswire.Feeds;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;
using Newswire.WebSub;
using Newswire.WebSub.Subscribing;
using Topic = Newswire.WebSub.Topic;

namespace Newswire.Tests.WebSub.Subscribing;

/// <summary>A process dies at any operation of taking in or verifying; the client asks again, or the message comes back.</summary>
public sealed class VerificationCrashTests
{
    private const string TopicUrl = "https://syndication.example/feeds/latest.atom";
    private const string CallbackUrl = "https://reader-site.com/callback";

    private static readonly Topic Topic = new("latest", "atom");
    private static readonly ObjectPath Document = ObjectPaths.Document("latest", "atom");
    private static readonly Publication Publication = new() { BaseUrl = "https://syndication.example" };

    private readonly FakeTimeProvider time = new(Some.Morning);

    public static TheoryData<SubscriptionMode, bool, bool> Cases => new MatrixTheoryData<SubscriptionMode, bool, bool>(
        [SubscriptionMode.Subscribe, SubscriptionMode.Unsubscribe], [true, false], [true, false]);

    /// <param name="mode">What is asked for.</param>
    /// <param name="exists">Whether there is a subscription before.</param>
    /// <param name="news">Whether something is published while the subscriber answers.</param>
    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_subscription_is_there_exactly_once_or_not_at_all(SubscriptionMode mode, bool exists, bool news)
    {
        var count = FaultPlan.Count();
        var calm = await StartAsync(exists);
        await RunAsync(calm, mode, news, count);
        AssertDone(calm, mode, "nothing died", news);
        Assert.InRange(count.Operations.Count, 8, 40);

        for (var operation = 1; operation <= count.Operations.Count; operation++)
        {
            foreach (var plan in new[] { FaultPlan.CrashBefore(operation), FaultPlan.CrashAfter(operation) })
            {
                var world = await StartAsync(exists);
                await RunAsync(world, mode, news, plan);

                // Whoever got no answer sends the request again; what was received and not done with comes back.
                await RunAsync(world, mode, news: false, FaultPlan.Count());
                AssertDone(world, mode, $"{plan.Operations[^1]} ({operation})", news);
            }
        }
    }

    [Fact]
    public async Task A_subscriber_that_says_nothing_is_asked_a_bounded_number_of_times_whatever_dies()
    {
        var count = FaultPlan.Count();
        await RunAsync(await StartAsync(exists: false), SubscriptionMode.Subscribe, news: false, count, HttpStatusCode.ServiceUnavailable);
        for (var operation = 1; operation <= count.Operations.Count; operation++)
        {
            var world = await StartAsync(exists: false);
            await RunAsync(world, SubscriptionMode.Subscribe, news: false, FaultPlan.CrashAfter(operation), HttpStatusCode.ServiceUnavailable);
            await RunAsync(world, SubscriptionMode.Subscribe, news: false, FaultPlan.Count(), HttpStatusCode.ServiceUnavailable);

            Assert.InRange(world.Asked, 4, 10);
            Assert.DoesNotContain(world.Objects.Snapshot().Keys, path => path.Name.StartsWith("websub/", StringComparison.Ordinal) || path.Name.StartsWith(RequestPaths.Prefix, StringComparison.Ordinal));
        }
    }

    private static void AssertDone(World world, SubscriptionMode mode, string when, bool news)
    {
        var stored = world.Objects.Snapshot().Where(pair => pair.Key.Container == Containers.Subscriptions)
            .ToDictionary(pair => pair.Key.Name, pair => JsonDocument.Parse(pair.Value.Content).RootElement, StringComparer.Ordinal);
        var subscribers = stored.Where(pair => pair.Key.StartsWith(SubscriberPaths.Prefix, StringComparison.Ordinal))
            .SelectMany(pair => pair.Value.GetProperty("subscribers").EnumerateArray()).ToList();
        var counted = stored.Where(pair => pair.Key.StartsWith(HostLedgers.Prefix, StringComparison.Ordinal))
            .Sum(pair => pair.Value.GetProperty("subscriptions").EnumerateObject().Count());

        Assert.DoesNotContain(stored.Keys, name => name.StartsWith(RequestPaths.Prefix, StringComparison.Ordinal));
        Assert.True(subscribers.Count == (mode == SubscriptionMode.Subscribe ? 1 : 0), when);
        Assert.True(counted == subscribers.Count, when);

        // It has the newest document, or a message says that it may not.
        var newest = DocumentFacts.From(world.Objects.Snapshot()[Document].Properties.Metadata)!.Hash;
        Assert.True(
            subscribers.All(subscriber => subscriber.GetProperty("has").GetString() == newest) || world.Queues.Waiting(QueueNames.WebSubDeliver).Count > 0,
            string.Create(CultureInfo.InvariantCulture, $"{when}, news: {news}"));
    }

    private async Task<World> StartAsync(bool exists)
    {
        var world = new World(new InMemoryObjectStore(), new InMemoryMessageQueues(time));
        await PublishAsync(world, "first");
        if (exists)
        {
            await RunAsync(world, SubscriptionMode.Subscribe, news: false, FaultPlan.Count());
            world.Accepted = false;
        }

        return world;
    }

    /// <summary>A request is taken in and verified as far as the process lives; what was received and not done comes back.</summary>
    private async Task RunAsync(
        World world, SubscriptionMode mode, bool news, FaultPlan plan, HttpStatusCode status = HttpStatusCode.OK)
    {
        var store = new FaultyObjectStore(world.Objects, plan);
        var queues = new FaultyMessageQueues(world.Queues, plan);
        var options = new HubOptions();
        using var client = new HubClient(options, Publication, time, new Subscriber(async () =>
        {
            world.Asked++;
            if (news)
            {
                await PublishAsync(world, "second");
            }

            return status;
        }));
        var ledgers = new HostLedgers(store, options, time);
        var verification = new Verification(
            store, queues, client, new HubDenial(client, Publication, NullLogger<HubDenial>.Instance), ledgers, time, NullLogger<Verification>.Instance);
        IReadOnlyList<string> received = [];
        try
        {
            if (!world.Accepted)
            {
                await new SubscriptionIntake(store, queues, ledgers, options, time)
                    .TakeAsync(new SubscriptionForm(mode, TopicUrl, CallbackUrl), Topic, CallbackUrl, CancellationToken.None);
                world.Accepted = true;
            }

            for (var i = 0; i < 12; i++)
            {
                received = world.Queues.TakeAll(QueueNames.WebSubVerify);
                while (received.Count > 0)
                {
                    await verification.VerifyAsync(received[0], CancellationToken.None);
                    received = [.. received.Skip(1)];
                }

                time.Advance(TimeSpan.FromMinutes(1));
            }
        }
        catch (CrashException)
        {
            foreach (var id in received)
            {
                await world.Queues.SendAsync(QueueNames.WebSubVerify, id, TimeSpan.Zero, CancellationToken.None);
            }
        }
    }

    private static async Task PublishAsync(World world, string hash)
    {
        var before = await world.Objects.ReadAsync(Document, CancellationToken.None);
        await world.Objects.WriteAsync(
            Document,
            new ObjectContent(new byte[1], "application/atom+xml") { Metadata = new DocumentFacts(hash, Some.Morning).ToMetadata() },
            before?.Properties.ETag,
            CancellationToken.None);
    }

    private sealed record World(InMemoryObjectStore Objects, InMemoryMessageQueues Queues)
    {
        /// <summary>How often the subscriber was asked.</summary>
        public int Asked { get; set; }

        /// <summary>Whether the request was answered with 202: nobody sends it again.</summary>
        public bool Accepted { get; set; }
    }

    /// <summary>A subscriber that confirms, behind no network at all.</summary>
    private sealed class Subscriber(Func<Task<HttpStatusCode>> answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            new(await answer())
            {
                Content = new StringContent(HttpUtility.ParseQueryString(request.RequestUri!.Query)["hub.challenge"] ?? ""),
            };
    }
}
