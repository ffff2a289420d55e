using Newswire.Delivery;
using Newswire.WebPush.Subscriptions;

namespace Newswire.WebPush.Notifying;

/// <summary>What becomes of a subscription by what the push service said. Pure.</summary>
internal static class Settlement
{
    /// <summary>Grows, so that a service in trouble is not kept in it; ends when nothing is news for so long.</summary>
    private static readonly RetryDelays Delays = new(
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(4),
        TimeSpan.FromHours(8));

    /// <summary>The subscription after the message was sent; null when it has ended.</summary>
    public static PushSubscription? After(PushSubscription reader, SentMessage sent, DateTimeOffset now) =>
        sent.Outcome switch
        {
            PushOutcome.Gone => null,
            PushOutcome.Delivered => Told(reader, sent, now) with { Refusals = 0 },
            PushOutcome.TryLater later => Again(reader, sent, later.RetryAfter, now),

            // It would be refused again, so it is not sent again; a service that takes nothing has forgotten the reader.
            _ when reader.Refusals + 1 >= PushSubscription.MaxRefusals => null,
            _ => Told(reader, sent, now) with { Refusals = reader.Refusals + 1 },
        };

    private static PushSubscription Told(PushSubscription reader, SentMessage sent, DateTimeOffset now)
    {
        var (article, edition) = (sent.Waiting.Article, sent.Waiting.Edition);
        return reader with
        {
            Told = [.. reader.Told, new Told(article, edition, now)],
            Waiting =
            [
                // What waited for this message to arrive need not wait any longer.
                .. reader.Waiting.Where(waiting => waiting.Article != article || waiting.Edition != edition)
                    .Select(waiting => waiting.Article == article && waiting.NotBefore == sent.Waiting.InFlightUntil
                        ? waiting with { NotBefore = now }
                        : waiting),
            ],
        };
    }

    private static PushSubscription Again(
        PushSubscription reader, SentMessage sent, TimeSpan? retryAfter, DateTimeOffset now)
    {
        var attempts = sent.Waiting.Attempts + 1;
        var delay = Delays.After(attempts);
        var when = now + (retryAfter > delay ? retryAfter : delay);
        return reader with
        {
            Waiting =
            [
                .. reader.Waiting.Where(waiting => waiting != sent.Waiting)
                    .Concat(when < sent.Until && reader.Waiting.Contains(sent.Waiting)
                        ? [sent.Waiting with { NotBefore = when.Value, Attempts = attempts, InFlightUntil = null }]
                        : Array.Empty<Waiting>()),
            ],
        };
    }
}
