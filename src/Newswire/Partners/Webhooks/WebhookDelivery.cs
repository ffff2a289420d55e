using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Newswire.Delivery;
using Newswire.Outbound;
using Newswire.Partners.Usage;
using Newswire.Storage;
using Newswire.Telemetry;

namespace Newswire.Partners.Webhooks;

/// <summary>
/// Brings a partner what is new to it. Any number of workers may do so at once, for the same partner too: one of them
/// delivers.
/// </summary>
/// <remarks>
/// <para>A message says where to look, not what to do: it may come twice, late or for nothing. What is sent is read when it
/// is sent, so a delivery that waited tells what is new by then.</para>
/// <para>Why no older state comes behind a newer one: who delivers has marked the webhook before it reads, for longer than
/// an attempt lasts, and an attempt that has come near the end of its mark is not begun.</para>
/// <para>Why nothing is forgotten: what is told moves the cursor only afterwards; who finds somebody else delivering goes
/// away, because everybody looks again when their mark is off; and after a crash the message comes back, when the mark has
/// lost its force.</para>
/// </remarks>
public sealed class WebhookDelivery(
    WebhookRecords webhooks,
    PartnerRecords partners,
    WebhookNews news,
    IWebhookSender sender,
    IMessageQueues queues,
    UsageBook usage,
    WebhookOptions options,
    TimeProvider time,
    ILogger<WebhookDelivery> log)
{
    /// <summary>What stands for deliveries where others have a feed's name, which none of them is.</summary>
    private const string UsageName = "/webhook";

    /// <summary>How much longer than an attempt a mark holds: what is to be sent has to be read first.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>
    /// What an attempt leaves of the time that is marked as its own: for a clock that is behind, and a process that stands
    /// still for a moment.
    /// </summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(15);

    /// <summary>Handles a message of <see cref="QueueNames.WebhookDeliver"/>: partners that are quick.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer; the message is to come again.</exception>
    public Task DeliverAsync(string message, CancellationToken cancellationToken) =>
        RunAsync(WebhookMessage.Parse(message), Lane.Quick, cancellationToken);

    /// <summary>Handles a message of <see cref="QueueNames.WebhookRetry"/>: partners that failed or were slow.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer; the message is to come again.</exception>
    public Task RetryAsync(string message, CancellationToken cancellationToken) =>
        RunAsync(WebhookMessage.Parse(message), Lane.Retry, cancellationToken);

    private async Task RunAsync(WebhookMessage message, Lane lane, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await FindWithNewsAsync(message.Partner, cancellationToken) is not { } webhook
            || WebhookRules.IsInFlight(webhook, now))
        {
            return;
        }

        if (!WebhookRules.IsTime(webhook, message.Wake, now))
        {
            await WakeAsync(message.Partner, webhook, now, cancellationToken);
        }
        else if (lane == Lane.Quick && WebhookRules.LaneOf(webhook) == Lane.Retry)
        {
            await queues.SendAsync(QueueNames.WebhookRetry, message.ToString(), cancellationToken);
        }
        else if (await ClaimAsync(message, now, cancellationToken) is { } claimed)
        {
            await DeliverAsync(message.Partner, claimed, cancellationToken);
            await LookAgainAsync(message.Partner, cancellationToken);
        }
    }

    /// <summary>The webhook, if there is something that it has not been tried to be told; null when there is not.</summary>
    private async Task<Webhook?> FindWithNewsAsync(string partner, CancellationToken cancellationToken) =>
        await webhooks.FindAsync(partner, cancellationToken) is { Disabled: null } webhook
        && await news.HasMoreAsync(partner, WebhookRules.NewsFrom(webhook), cancellationToken)
            ? webhook
            : null;

    private async Task<Webhook?> ClaimAsync(WebhookMessage message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Webhook? claimed = null;
        await webhooks.ChangeAsync(
            message.Partner,
            before =>
            {
                var after = before is null ? null : WebhookRules.Claim(before, message.Wake, now, now + options.MaxTime + Patience);
                claimed = ReferenceEquals(after, before) ? null : after;
                return after;
            },
            cancellationToken);
        return claimed;
    }

    private async Task DeliverAsync(string partner, Webhook claimed, CancellationToken cancellationToken)
    {
        var result = NotTried(claimed);
        try
        {
            result = await TryAsync(partner, claimed, cancellationToken);
        }
        finally
        {
            // Also what was broken off, so that it can be begun elsewhere at once.
            await webhooks.ChangeAsync(
                partner,
                before => before is null ? null : WebhookRules.Settle(before, result, options.MaxDeadLetters),
                CancellationToken.None);
        }
    }

    private async Task<WebhookResult> TryAsync(string name, Webhook claimed, CancellationToken cancellationToken)
    {
        if (await partners.FindAsync(name, cancellationToken) is not { } partner)
        {
            // Whoever removed it has died in between.
            await webhooks.RemoveAsync(name, claimed, cancellationToken);
            return NotTried(claimed);
        }

        // Behind the mark, so that whoever delivers next reads later than this.
        var (until, document) = await news.ReadAsync(partner, claimed.Cursor, cancellationToken);
        if (document is null)
        {
            return until is null ? NotTried(claimed) : new WebhookResult(claimed, WebhookOutcome.Delivered, time.GetUtcNow()) { Until = until };
        }

        return time.GetUtcNow() + options.MaxTime + Margin <= claimed.InFlightUntil
            ? await SendAsync(name, claimed, document, cancellationToken) with { Until = until }
            : NotTried(claimed);
    }

    private async Task<WebhookResult> SendAsync(
        string partner, Webhook claimed, WebhookDocument document, CancellationToken cancellationToken)
    {
        var begin = time.GetTimestamp();
        using var part = Traces.StartPart("tell partner", ActivityKind.Client);
        part?.SetTag("server.address", WebhookAddress.HostOf(claimed.Url));
        var answer = await sender.SendAsync(claimed, document, cancellationToken);
        var outcome = WebhookRules.Meaning(answer);
        var answered = answer as CallbackAnswer.Answered;
        Measures.WebhooksSent.Count(Measures.Outcome, outcome.ToString());
        part.EndWith(outcome.ToString(), outcome == WebhookOutcome.Delivered);
        if (outcome == WebhookOutcome.Delivered)
        {
            Log.ChangesDelivered(log, partner, document.Articles.Count, document.Bytes.Length);
            usage.Record(new AnsweredRequest(
                partner, UsageCounts.None with { Taken = 1, Bytes = document.Bytes.Length }, UsageName, document.Articles));
        }
        else
        {
            Log.ChangesNotDelivered(log, partner, WebhookAddress.HostOf(claimed.Url), outcome, answered?.Status);
        }

        return new WebhookResult(claimed, outcome, time.GetUtcNow())
        {
            WasSent = true,
            Status = answered?.Status,
            IsSlow = time.GetElapsedTime(begin) > options.SlowAfter,
            RetryAfter = answered?.RetryAfter,
        };
    }

    /// <summary>Sees to what came while this worker had its mark on: whoever came for it went away.</summary>
    private async Task LookAgainAsync(string partner, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await FindWithNewsAsync(partner, cancellationToken) is not { } webhook || WebhookRules.IsInFlight(webhook, now))
        {
            return;
        }

        if (WebhookRules.IsTime(webhook, wake: null, now))
        {
            var queue = WebhookRules.LaneOf(webhook) == Lane.Quick ? QueueNames.WebhookDeliver : QueueNames.WebhookRetry;
            await queues.SendAsync(queue, new WebhookMessage(partner).ToString(), cancellationToken);
        }
        else
        {
            await WakeAsync(partner, webhook, now, cancellationToken);
        }
    }

    /// <summary>Sees to it that somebody looks again when it is time; one message waits for that, however many come meanwhile.</summary>
    private async Task WakeAsync(string partner, Webhook webhook, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (webhook.NextAttempt is not { } wake || webhook.Wake == wake)
        {
            return;
        }

        // In this order a crash in between sends a message too many; in the other nobody would look.
        var again = new WebhookMessage(partner) { Wake = wake };
        await queues.SendAsync(QueueNames.WebhookRetry, again.ToString(), wake - now, cancellationToken);
        await webhooks.ChangeAsync(
            partner, before => before is null ? null : WebhookRules.WithWake(before, wake), cancellationToken);
    }

    private WebhookResult NotTried(Webhook claimed) => new(claimed, WebhookOutcome.NotTried, time.GetUtcNow());
}
