using Newswire.WebPush.Subscriptions;

namespace Newswire.WebPush.Notifying;

/// <summary>A message that was sent to a reader.</summary>
/// <param name="Endpoint">The reader's endpoint.</param>
/// <param name="Waiting">What was marked as in flight for it.</param>
/// <param name="Until">When it is no news any more.</param>
/// <param name="Outcome">What came of it.</param>
internal sealed record SentMessage(string Endpoint, Waiting Waiting, DateTimeOffset Until, PushOutcome Outcome)
{
    /// <summary>Endpoints are not for people to see.</summary>
    public override string ToString() => $"message about {Waiting.Article}: {Outcome}";
}
