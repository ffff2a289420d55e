namespace Newswire.WebSub;

/// <summary>A subscription that its subscriber has confirmed.</summary>
/// <param name="Callback">Where documents go, an absolute URL; with the topic it is the subscription's identity.</param>
/// <param name="LeaseEnd">When it ends unless it is renewed.</param>
public sealed record Subscriber(string Callback, DateTimeOffset LeaseEnd)
{
    /// <summary>What signs the documents (W3C WebSub §7); null when the subscriber gave none. Never logged.</summary>
    public string? Secret { get; init; }

    /// <summary>
    /// <see cref="Projection.DocumentFacts.Hash"/> of the newest document the subscriber has: the one delivered last, or
    /// the one there was when the subscription began.
    /// </summary>
    public string? Has { get; init; }

    /// <summary>Failed deliveries since the last that succeeded.</summary>
    public int Failures { get; init; }

    /// <summary>The document that was tried last without success; null when the last delivery succeeded.</summary>
    public string? Tried { get; init; }

    /// <summary>Whether the last delivery took so long that others should not wait for the next one.</summary>
    public bool IsSlow { get; init; }

    /// <summary>Not before this is it tried again.</summary>
    public DateTimeOffset? NextAttempt { get; init; }

    /// <summary>Somebody is delivering to it until this moment at the latest; null when nobody is.</summary>
    public DateTimeOffset? InFlightUntil { get; init; }

    /// <summary>The secret is not for people to see.</summary>
    public override string ToString() => $"subscriber, lease until {LeaseEnd:O}";
}
