using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Newswire.Delivery;
using Newswire.Outbound;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.WebSub.Subscribing;

/// <summary>
/// Asks subscribers whether they meant what was asked for in their name, and does it if so (W3C WebSub §5.3). A message
/// that comes twice, or after a crash, does no harm: the request is there until everything is done, and then it is not.
/// </summary>
public sealed class Verification(
    IObjectStore store,
    IMessageQueues queues,
    HubClient client,
    HubDenial denial,
    HostLedgers ledgers,
    TimeProvider time,
    ILogger<Verification> log)
{
    private const string FeedIsGone = "The publication no longer has this feed.";
    private const string HostIsFull = "The host of the callback has as many subscriptions as one may have.";

    private static readonly RetryDelays Delays =
        new(TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));

    private readonly SharedState<SubscriptionRequest> requests = new(store, SubscribingJson.Stored.SubscriptionRequest);
    private readonly SharedState<SubscriberBucket> buckets = new(store, SubscriberJson.Stored.SubscriberBucket);

    /// <summary>Deals with a message of <see cref="QueueNames.WebSubVerify"/>.</summary>
    /// <param name="id">The id of the request.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="StorageAwayException">Storage did not answer; the message is to come back.</exception>
    public async Task VerifyAsync(string id, CancellationToken cancellationToken)
    {
        if (await requests.ReadAsync(RequestPaths.Of(id), cancellationToken) is not { } request)
        {
            return;
        }

        // Before the question: the subscriber is told of whatever comes after this.
        var newest = await NewestAsync(request.Topic, cancellationToken);
        if (request.Mode == SubscriptionMode.Subscribe && newest is null)
        {
            await DenyAsync(request, FeedIsGone, cancellationToken);
            await ForgetAsync(id, request, cancellationToken);
            return;
        }

        // A lease counts from the question (§5.3).
        var asked = time.GetUtcNow();
        var verdict = await AskAsync(request, cancellationToken);
        Log.Verified(log, request.Mode, request.Topic, Callback.HostOf(request.Callback), verdict);
        switch (verdict)
        {
            case Verdict.Silent when Delays.After(request.Attempts + 1) is { } delay:
                await AskLaterAsync(id, request, delay, cancellationToken);
                return;
            case Verdict.Confirmed when request.Mode == SubscriptionMode.Subscribe:
                await SubscribeAsync(request, newest!, asked + request.Lease!.Value, cancellationToken);
                break;
            case Verdict.Confirmed:
                await RemoveAsync(request, cancellationToken);
                break;
            default:
                break;
        }

        await ForgetAsync(id, request, cancellationToken);
    }

    private async Task<Verdict> AskAsync(SubscriptionRequest request, CancellationToken cancellationToken)
    {
        var challenge = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        List<(string, string)> parameters =
        [
            ("hub.mode", request.Mode == SubscriptionMode.Subscribe ? "subscribe" : "unsubscribe"),
            ("hub.topic", request.TopicUrl),
            ("hub.challenge", challenge),
        ];
        if (request.Lease is { } lease)
        {
            parameters.Add(("hub.lease_seconds", ((long)lease.TotalSeconds).ToString(CultureInfo.InvariantCulture)));
        }

        // One byte more than the challenge has, to see whether anything follows it.
        using var question = new HttpRequestMessage(HttpMethod.Get, Callback.With(request.Callback, parameters));
        return await client.SendAsync(question, challenge.Length + 1, cancellationToken) switch
        {
            CallbackAnswer.Answered { IsSuccess: true } answer when answer.Body.Span.SequenceEqual(Encoding.ASCII.GetBytes(challenge)) => Verdict.Confirmed,
            CallbackAnswer.Answered { Status: >= 500 } or CallbackAnswer.None => Verdict.Silent,
            _ => Verdict.Declined,
        };
    }

    private async Task SubscribeAsync(
        SubscriptionRequest request, string newest, DateTimeOffset leaseEnd, CancellationToken cancellationToken)
    {
        // The ledger first: a crash behind it leaves one subscription too many counted until the message comes back, and
        // never one too few.
        if (!await ledgers.AddAsync(request, leaseEnd, cancellationToken))
        {
            await DenyAsync(request, HostIsFull, cancellationToken);
            return;
        }

        var bucket = await buckets.ChangeAsync(
            SubscriberPaths.BucketOf(request.Topic, request.Callback),
            before => Renewed(before, request, newest, leaseEnd),
            cancellationToken);

        // After the write: whoever distributes a document either finds the subscriber in the bucket, or had written the
        // document before, and it is found here.
        var now = await NewestAsync(request.Topic, cancellationToken);
        if (now is null)
        {
            await RemoveAsync(request, cancellationToken);
            await DenyAsync(request, FeedIsGone, cancellationToken);
        }
        else if (bucket?.Find(request.Callback)?.Has != now)
        {
            var message = new BucketMessage(request.Topic, Bucket.Of(request.Callback, SubscriberBucket.Count));
            await queues.SendAsync(QueueNames.WebSubDeliver, message.ToString(), cancellationToken);
        }
    }

    /// <summary>The bucket with the subscription as it was confirmed; what was delivered on it is remembered, what failed is not.</summary>
    private SubscriberBucket Renewed(
        SubscriberBucket? before, SubscriptionRequest request, string newest, DateTimeOffset leaseEnd)
    {
        var bucket = before ?? new SubscriberBucket([]);
        var known = bucket.Find(request.Callback) is { } found && found.LeaseEnd > time.GetUtcNow()
            ? found
            : new Subscriber(request.Callback, leaseEnd) { Has = newest };
        return bucket.With(known with
        {
            LeaseEnd = leaseEnd,
            Secret = request.Secret,
            Failures = 0,
            Tried = null,
            NextAttempt = null,
        });
    }

    private async Task RemoveAsync(SubscriptionRequest request, CancellationToken cancellationToken)
    {
        await buckets.ChangeAsync(
            SubscriberPaths.BucketOf(request.Topic, request.Callback),
            bucket => bucket?.Find(request.Callback) is null ? bucket : bucket.Without(request.Callback),
            cancellationToken);
        await ledgers.RemoveAsync(request.Topic, request.Callback, cancellationToken);
    }

    /// <summary>Counts the attempt, and then sends for the next: a crash between the two brings the message back.</summary>
    private async Task AskLaterAsync(
        string id, SubscriptionRequest request, TimeSpan delay, CancellationToken cancellationToken)
    {
        // Whoever else has counted meanwhile, or was asked anew, has sent a message too.
        var counted = false;
        await requests.ChangeAsync(
            RequestPaths.Of(id),
            before => (counted = before == request) ? request with { Attempts = request.Attempts + 1 } : before,
            cancellationToken);
        if (counted)
        {
            await queues.SendAsync(QueueNames.WebSubVerify, id, delay, cancellationToken);
        }
    }

    /// <summary>Ends the request, unless it was asked for anew meanwhile.</summary>
    private async Task ForgetAsync(string id, SubscriptionRequest request, CancellationToken cancellationToken) =>
        await requests.ChangeAsync(RequestPaths.Of(id), before => before == request ? null : before, cancellationToken);

    private Task DenyAsync(SubscriptionRequest request, string reason, CancellationToken cancellationToken) =>
        denial.DenyAsync(request.TopicUrl, request.Callback, reason, cancellationToken);

    /// <summary>The newest document of a topic, as <see cref="Subscriber.Has"/> names it; null when the feed is gone.</summary>
    private async Task<string?> NewestAsync(Topic topic, CancellationToken cancellationToken) =>
        await store.HeadAsync(ObjectPaths.Document(topic.Feed, topic.Extension), cancellationToken) is { } document
            ? DocumentFacts.From(document.Metadata)?.Hash
            : null;
}
