using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Newswire.Delivery;
using Newswire.Feeds;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.Telemetry;
using Newswire.WebPush.Subscriptions;

namespace Newswire.WebPush.Notifying;

/// <summary>
/// Tells the readers of a bucket: claims what is to be sent by writing it down as in flight, sends, and writes down what
/// came of it.
/// </summary>
/// <remarks>
/// Both writes are conditional, so of several that handle one bucket at once each message is sent by one. A process that
/// dies while it sends leaves a claim that ends by itself; the message is sent again then, at most once more than it was
/// taken, with the tag and the topic of the first, so the reader sees one notification.
/// </remarks>
public sealed class PushDelivery(
    IObjectStore store,
    IMessageQueues queues,
    FeedsInForce feeds,
    Announcements announcements,
    IPushSender sender,
    PushOptions options,
    TimeProvider time,
    ILogger<PushDelivery> log)
{
    /// <summary>How many readers are sent to between two writes.</summary>
    private const int MaxClaims = 1_000;

    /// <summary>Articles read at once.</summary>
    private const int MaxParallelReads = 16;

    /// <summary>How long nobody else sends what is claimed.</summary>
    private static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(10);

    /// <summary>What is not sent by then is left to whoever claims it next.</summary>
    private static readonly TimeSpan SendTime = TimeSpan.FromMinutes(9);

    /// <summary>A message for later may be received a moment before its time by another clock, and is spent then.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);

    private readonly SharedState<PushBucket> buckets = new(store, SubscriptionJson.Stored.PushBucket);

    /// <summary>Handles a message of the queue <see cref="QueueNames.PushDeliver"/>. Repeating it is harmless.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer; the message is to come again.</exception>
    public async Task RunAsync(string message, CancellationToken cancellationToken)
    {
        var (name, articles) = PushBucketMessage.Parse(message);
        var path = PushPaths.Path(name);
        var definitions = await feeds.DefinitionsAsync(cancellationToken);
        IReadOnlyList<string> due = [];
        while (true)
        {
            // Look at the articles as they are now: what is gone is not told, and what was edited is told as it reads.
            var found = await FindAsync(articles.Union(due, StringComparer.Ordinal), definitions, cancellationToken);
            var (bucket, claims) = await ClaimAsync(path, articles, found, definitions, cancellationToken);
            if (claims.Count > 0)
            {
                bucket = await SettleAsync(path, await SendAsync(name, claims, cancellationToken));
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (bucket is null)
            {
                return;
            }

            due = DueArticles(bucket);
            if (due.Count == 0 && claims.Count < MaxClaims)
            {
                await ComeBackAsync(name, bucket, cancellationToken);
                return;
            }
        }
    }

    /// <summary>Sees to it that somebody looks at the bucket when the first of those who wait is to be told.</summary>
    internal async Task ComeBackAsync(string name, PushBucket bucket, CancellationToken cancellationToken)
    {
        var next = bucket.Subscriptions.SelectMany(reader => reader.Waiting).Min(waiting => (DateTimeOffset?)waiting.Next);
        var now = time.GetUtcNow();
        if (next is null || (bucket.WakeAt > now + Moment && bucket.WakeAt <= next))
        {
            return;
        }

        // The message first: one too many does no harm, one too few would leave readers waiting.
        var when = next > now ? next.Value : now;
        await queues.SendAsync(
            QueueNames.PushDeliver, new PushBucketMessage(name, []).ToString(), when - now, cancellationToken);
        await buckets.ChangeAsync(
            PushPaths.Path(name), stored => stored is null ? null : stored with { WakeAt = when }, cancellationToken);
    }

    private async Task<IReadOnlyDictionary<string, Announcement?>> FindAsync(
        IEnumerable<string> articles, FeedDefinitions definitions, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        ConcurrentDictionary<string, Announcement?> found = new(StringComparer.Ordinal);
        await Parallel.ForEachAsync(articles, Parallelism(MaxParallelReads, cancellationToken), async (article, cancelled) =>
            found[article] = await announcements.FindAsync(article, definitions, now, cancelled));
        return found;
    }

    private async Task<(PushBucket? Bucket, IReadOnlyList<Claim> Claims)> ClaimAsync(
        ObjectPath path,
        IReadOnlyList<string> fresh,
        IReadOnlyDictionary<string, Announcement?> found,
        FeedDefinitions definitions,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var telling = new Telling(found, fresh, definitions, now, now + ClaimTime);
        List<Claim> claims = [];
        var bucket = await buckets.ChangeAsync(
            path,
            stored =>
            {
                claims = [];
                return stored?.Each(reader =>
                {
                    if (reader.Expires <= now)
                    {
                        return null;
                    }

                    var looked = claims.Count < MaxClaims ? telling.Look(reader) : reader;
                    claims.AddRange(looked.Waiting.Except(reader.Waiting)
                        .Where(waiting => waiting.IsInFlight(now))
                        .Select(waiting => new Claim(looked, waiting, found[waiting.Article]!)));
                    return looked;
                });
            },
            cancellationToken);
        return (bucket, claims);
    }

    private async Task<IReadOnlyList<SentMessage>> SendAsync(
        string bucket, IReadOnlyList<Claim> claims, CancellationToken cancellationToken)
    {
        ConcurrentBag<SentMessage> sent = [];
        using var patience = new CancellationTokenSource(SendTime, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await Parallel.ForEachAsync(claims, Parallelism(options.MaxParallel, limit.Token), async (claim, cancelled) =>
                sent.Add(new SentMessage(
                    claim.Reader.Endpoint,
                    claim.Waiting,
                    claim.Announcement.Edition.Until,
                    await SendAsync(claim, cancelled))));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            // What was sent is written down all the same.
        }

        Log.PushBucketTold(
            log,
            bucket,
            sent.Count(message => message.Outcome is PushOutcome.Delivered),
            sent.Count(message => message.Outcome is PushOutcome.TryLater),
            sent.Count(message => message.Outcome is PushOutcome.Gone),
            sent.Count(message => message.Outcome is PushOutcome.Refused or PushOutcome.TooLarge or PushOutcome.NotAllowed));
        return [.. sent];
    }

    private async Task<PushOutcome> SendAsync(Claim claim, CancellationToken cancellationToken)
    {
        var reader = claim.Reader;
        if (!PushReceiver.TryRead(reader.Endpoint, reader.P256dh, reader.Auth, options.AllowLoopback, out var receiver, out _))
        {
            return new PushOutcome.NotAllowed();
        }

        using var part = Traces.StartPart("notify reader", ActivityKind.Client);
        part?.SetTag("server.address", receiver.Host);
        var outcome = await sender.SendAsync(receiver, claim.Announcement.MessageAt(time.GetUtcNow()), cancellationToken);
        if (outcome is PushOutcome.TooLarge)
        {
            outcome = await sender.SendAsync(receiver, claim.Announcement.MessageAt(time.GetUtcNow(), isShort: true), cancellationToken);
        }

        Measures.NotificationsSent.Count(Measures.Outcome, outcome.GetType().Name);
        part.EndWith(outcome.GetType().Name, outcome is PushOutcome.Delivered);
        return outcome;
    }

    /// <remarks>Not to be cancelled: what is not written down is sent again.</remarks>
    private Task<PushBucket?> SettleAsync(ObjectPath path, IReadOnlyList<SentMessage> sent)
    {
        var now = time.GetUtcNow();
        var byReader = sent.ToLookup(message => message.Endpoint, StringComparer.Ordinal);
        return buckets.ChangeAsync(
            path,
            stored => stored?.Each(reader => byReader[reader.Endpoint].Aggregate(
                (PushSubscription?)reader,
                (after, message) => after is null ? null : Settlement.After(after, message, now))),
            CancellationToken.None);
    }

    private IReadOnlyList<string> DueArticles(PushBucket bucket)
    {
        var now = time.GetUtcNow();
        return
        [
            .. bucket.Subscriptions.SelectMany(reader => reader.Waiting)
                .Where(waiting => waiting.Next <= now)
                .Select(waiting => waiting.Article)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static ParallelOptions Parallelism(int max, CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = max, CancellationToken = cancellationToken };

    /// <summary>What this process alone is to send.</summary>
    private sealed record Claim(PushSubscription Reader, Waiting Waiting, Announcement Announcement);
}
