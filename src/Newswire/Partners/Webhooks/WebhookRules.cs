using System.Globalization;
using Newswire.Delivery;
using Newswire.Outbound;
using Newswire.Partners.Changes;

namespace Newswire.Partners.Webhooks;

/// <summary>When a partner is to be told, by which way, and what an attempt makes of its webhook. Pure.</summary>
/// <remarks>
/// A partner that fails is tried again after growing delays, each time with what is new by then. When the delays have come
/// to their end, the delivery is a dead letter; what changes next is tried once, together with all that was not told.
/// </remarks>
internal static class WebhookRules
{
    /// <summary>Where that begins which is a reason to deliver: behind what was told or, once that is given up, behind what was tried.</summary>
    public static ChangeCursor? NewsFrom(Webhook webhook) =>
        webhook.Failures >= DeliveryRest.MaxFailures ? webhook.Tried ?? webhook.Cursor : webhook.Cursor;

    /// <summary>The way it is delivered to next.</summary>
    public static Lane LaneOf(Webhook webhook) => webhook is { Failures: 0, IsSlow: false } ? Lane.Quick : Lane.Retry;

    /// <summary>Whether somebody is delivering. Who it is looks again afterwards.</summary>
    public static bool IsInFlight(Webhook webhook, DateTimeOffset now) => webhook.InFlightUntil > now;

    /// <summary>Whether it is time to try, if there is news.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="wake">The moment of the message that has come, after the clock of storage; null when it is for none.</param>
    /// <param name="now">The moment.</param>
    public static bool IsTime(Webhook webhook, DateTimeOffset? wake, DateTimeOffset now) =>
        webhook.NextAttempt is not { } next || next <= now || next == wake;

    /// <summary>The webhook marked for an attempt; the same object when it is not the time for one.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="wake">See <see cref="IsTime"/>.</param>
    /// <param name="now">The moment.</param>
    /// <param name="until">When the mark loses its force.</param>
    public static Webhook Claim(Webhook webhook, DateTimeOffset? wake, DateTimeOffset now, DateTimeOffset until) =>
        webhook.Disabled is null && !IsInFlight(webhook, now) && IsTime(webhook, wake, now)
            ? webhook with { InFlightUntil = until, PendingSince = webhook.PendingSince ?? now }
            : webhook;

    /// <summary>What an answer means (Standard Webhooks 1.0.0, "Delivery success and failure").</summary>
    public static WebhookOutcome Meaning(CallbackAnswer answer) => answer switch
    {
        CallbackAnswer.Answered { IsSuccess: true } => WebhookOutcome.Delivered,
        CallbackAnswer.Answered { Status: 410 } => WebhookOutcome.Gone,
        _ => WebhookOutcome.Failed,
    };

    /// <summary>
    /// Writes down what came of an attempt. Nothing, where the mark is not the attempt's own any more: it took so long that
    /// somebody else has begun another.
    /// </summary>
    /// <param name="webhook">The webhook as it is stored.</param>
    /// <param name="result">What came of it.</param>
    /// <param name="maxDeadLetters">See <see cref="WebhookOptions.MaxDeadLetters"/>.</param>
    public static Webhook Settle(Webhook webhook, WebhookResult result, int maxDeadLetters)
    {
        if (webhook.InFlightUntil != result.Claimed.InFlightUntil)
        {
            return webhook;
        }

        // Said anew, or to be told again: what came of this attempt says nothing about that.
        var free = webhook with { InFlightUntil = null };
        return webhook.Set != result.Claimed.Set || webhook.Cursor != result.Claimed.Cursor
            ? free
            : result.Outcome switch
            {
                WebhookOutcome.Delivered => Delivered(free, result),
                WebhookOutcome.Failed => Failed(free, result, maxDeadLetters),
                WebhookOutcome.Gone => free with
                {
                    Disabled = result.Ended,
                    LastFailure = result.Ended,
                    LastStatus = result.Status,
                },
                _ => free,
            };
    }

    /// <summary>Notes that a message waits for a moment, unless it is not that moment any more.</summary>
    public static Webhook WithWake(Webhook webhook, DateTimeOffset wake) =>
        webhook.NextAttempt == wake ? webhook with { Wake = wake } : webhook;

    /// <summary>The webhook as it is when nothing has gone wrong yet, so that it is tried at once.</summary>
    public static Webhook Forgiven(Webhook webhook) => webhook with
    {
        Tried = null,
        Failures = 0,
        IsSlow = false,
        NextAttempt = null,
        Wake = null,
        Disabled = null,
    };

    /// <summary>The webhook that tells once more what a dead letter was about, and all that came behind it.</summary>
    public static Webhook Again(Webhook webhook, DeadLetter letter) => Forgiven(webhook) with
    {
        Cursor = letter.After,
        DeadLetters = [.. webhook.DeadLetters.Select(other => other == letter ? letter with { Delivered = null } : other)],
    };

    private static Webhook Delivered(Webhook webhook, WebhookResult result)
    {
        var told = webhook with { Cursor = result.Until, PendingSince = null };
        return !result.WasSent
            ? told
            : Forgiven(told) with
            {
                IsSlow = result.IsSlow,
                LastSuccess = result.Ended,
                LastStatus = result.Status,
                DeadLetters = [.. webhook.DeadLetters.Select(letter => letter with { Delivered = letter.Delivered ?? result.Ended })],
            };
    }

    private static Webhook Failed(Webhook webhook, WebhookResult result, int maxDeadLetters)
    {
        var failed = webhook with
        {
            Failures = webhook.Failures + 1,
            Tried = result.Until,
            NextAttempt = result.Ended + DeliveryRest.After(webhook.Failures + 1, result.RetryAfter),
            LastFailure = result.Ended,
            LastStatus = result.Status,
        };
        return failed.Failures < DeliveryRest.MaxFailures
            ? failed
            : failed with { DeadLetters = [.. GivenUp(failed, result).TakeLast(maxDeadLetters)] };
    }

    /// <summary>One letter for as long as the partner cannot be told: what is tried and given up once more is added to it.</summary>
    private static IEnumerable<DeadLetter> GivenUp(Webhook webhook, WebhookResult result)
    {
        var until = result.Until!;
        var same = webhook.DeadLetters.LastOrDefault(letter => letter.Delivered is null && letter.After == webhook.Cursor);
        return webhook.DeadLetters.Where(letter => letter != same).Append(same is null
            ? new DeadLetter(
                result.Ended.ToUnixTimeMilliseconds().ToString("x", CultureInfo.InvariantCulture),
                until,
                webhook.PendingSince ?? result.Ended,
                result.Ended,
                webhook.Failures)
            {
                After = webhook.Cursor,
                Status = result.Status,
            }
            : same with { Until = until, Last = result.Ended, Attempts = same.Attempts + 1, Status = result.Status });
    }
}
