using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Newswire.Delivery;
using Newswire.Outbound;
using Newswire.Storage;
using Newswire.Telemetry;
using Newswire.WebSub.Subscribing;

namespace Newswire.WebSub.Distributing;

/// <summary>Single deliveries of one topic, by one way.</summary>
internal sealed class DeliveryAttempts(
    IDocumentSender sender,
    DeliveryPlaces places,
    TopicDocument document,
    Topic topic,
    Lane lane,
    HubOptions options,
    TimeProvider time,
    ILogger log)
{
    /// <summary>
    /// What an attempt leaves of the time that is marked as its own: for a clock that is behind, and a process that stands
    /// still for a moment.
    /// </summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Delivers to a subscriber when there is a place for it; not any more when that takes so long that somebody else might
    /// begin meanwhile.
    /// </summary>
    /// <param name="subscriber">Whom to; it is marked.</param>
    /// <param name="cancellationToken">Breaks it off; then it was not tried.</param>
    public async Task<DeliveryResult> RunAsync(Subscriber subscriber, CancellationToken cancellationToken)
    {
        try
        {
            using var place = await places.TakeAsync(lane, cancellationToken);

            // After waiting, so that it is the newest that is sent.
            return await document.NewestAsync(cancellationToken) is { } content && time.GetUtcNow() + options.MaxTime + Margin <= subscriber.InFlightUntil
                ? await SendAsync(subscriber, content, cancellationToken)
                : NotTried(subscriber);
        }
        catch (Exception exception) when (exception is StorageAwayException or OperationCanceledException)
        {
            return NotTried(subscriber);
        }
    }

    private async Task<DeliveryResult> SendAsync(
        Subscriber subscriber, TopicContent content, CancellationToken cancellationToken)
    {
        var begin = time.GetTimestamp();
        using var part = Traces.StartPart("deliver document", ActivityKind.Client);
        part?.SetTag("server.address", Callback.HostOf(subscriber.Callback));
        var answer = await sender.SendAsync(subscriber, topic, content, cancellationToken);
        var outcome = DeliveryRules.Meaning(answer);
        Measures.DocumentsSent.Count(Measures.Outcome, outcome.ToString());
        part.EndWith(outcome.ToString(), outcome == DeliveryOutcome.Delivered);
        if (outcome != DeliveryOutcome.Delivered)
        {
            Log.NotDelivered(log, topic, Callback.HostOf(subscriber.Callback), outcome, Status(answer));
        }

        return new DeliveryResult(subscriber.Callback, subscriber.InFlightUntil!.Value, content.Hash, outcome, time.GetUtcNow())
        {
            IsSlow = time.GetElapsedTime(begin) > options.SlowAfter,
            RetryAfter = (answer as CallbackAnswer.Answered)?.RetryAfter,
        };
    }

    private static int? Status(CallbackAnswer answer) => (answer as CallbackAnswer.Answered)?.Status;

    private DeliveryResult NotTried(Subscriber subscriber) =>
        new(subscriber.Callback, subscriber.InFlightUntil!.Value, Hash: "", DeliveryOutcome.NotTried, time.GetUtcNow());
}
