namespace Newswire.WebSub.Distributing;

/// <summary>What came of bringing a document to a subscriber, and when.</summary>
/// <param name="Callback">The subscriber.</param>
/// <param name="Until">The mark under which it was done (<see cref="Subscriber.InFlightUntil"/>).</param>
/// <param name="Hash"><see cref="Projection.DocumentFacts.Hash"/> of the document.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Ended">When it was over.</param>
internal sealed record DeliveryResult(
    string Callback, DateTimeOffset Until, string Hash, DeliveryOutcome Outcome, DateTimeOffset Ended)
{
    /// <summary>Whether it took longer than others should wait for.</summary>
    public bool IsSlow { get; init; }

    /// <summary>For how long the subscriber wants to be left alone; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
