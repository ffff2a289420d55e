using Newswire.Delivery;
using Newswire.Outbound;

namespace Newswire.WebSub.Distributing;

/// <summary>Who is to get a document, when and by which way, and what an attempt makes of a subscriber.</summary>
/// <remarks>
/// Somebody who fails is tried again after growing delays, each time with what is newest then. When the delays have come
/// to their end, the document is given up; the next one is tried once, and so on until the lease ends (W3C WebSub §7).
/// </remarks>
internal static class DeliveryRules
{
    /// <summary>The way it is delivered to next.</summary>
    public static Lane LaneOf(Subscriber subscriber) =>
        subscriber is { Failures: 0, IsSlow: false } ? Lane.Quick : Lane.Retry;

    /// <summary>Whether its lease has ended, so that it is to be forgotten.</summary>
    public static bool HasEnded(Subscriber subscriber, DateTimeOffset now) => subscriber.LeaseEnd <= now;

    /// <summary>
    /// When the subscriber is to be looked at because of this document: now if it is to get it now; null when it has it,
    /// when the document is given up, or when the lease ends before.
    /// </summary>
    public static DateTimeOffset? DueAt(Subscriber subscriber, string hash, DateTimeOffset now)
    {
        if (subscriber.Has == hash || (subscriber.Tried == hash && subscriber.Failures >= DeliveryRest.MaxFailures))
        {
            return null;
        }

        var due = Latest(Latest(now, subscriber.NextAttempt), subscriber.InFlightUntil);
        return due < subscriber.LeaseEnd ? due : null;
    }

    /// <summary>What an answer means (W3C WebSub §7).</summary>
    public static DeliveryOutcome Meaning(CallbackAnswer answer) => answer switch
    {
        CallbackAnswer.Answered { IsSuccess: true } => DeliveryOutcome.Delivered,
        CallbackAnswer.Answered { Status: 410 } => DeliveryOutcome.Gone,
        _ => DeliveryOutcome.Failed,
    };

    /// <summary>The subscriber after an attempt that did not end its subscription.</summary>
    public static Subscriber After(Subscriber subscriber, DeliveryResult result) => result.Outcome switch
    {
        DeliveryOutcome.Delivered => subscriber with
        {
            Has = result.Hash,
            Failures = 0,
            Tried = null,
            IsSlow = result.IsSlow,
            NextAttempt = null,
            InFlightUntil = null,
        },
        DeliveryOutcome.Failed => subscriber with
        {
            Failures = subscriber.Failures + 1,
            Tried = result.Hash,
            NextAttempt = result.Ended + DeliveryRest.After(subscriber.Failures + 1, result.RetryAfter),
            InFlightUntil = null,
        },
        DeliveryOutcome.NotTried => subscriber with { InFlightUntil = null },
        _ => throw new ArgumentOutOfRangeException(nameof(result), result.Outcome, "The subscription has ended."),
    };

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;
}
