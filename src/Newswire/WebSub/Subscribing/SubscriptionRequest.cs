using System.Text.Json;
using Newswire.Projection;

namespace Newswire.WebSub.Subscribing;

/// <summary>
/// What somebody asked for and the subscriber has not confirmed yet. Anybody can ask in anybody's name, so a request
/// changes nothing but what waits to be verified.
/// </summary>
/// <param name="Mode">What is wanted.</param>
/// <param name="Topic">The topic.</param>
/// <param name="TopicUrl">The topic URL as it was sent: the subscriber knows its request by it (W3C WebSub §5.3).</param>
/// <param name="Callback">As <see cref="Subscribing.Callback.Read"/> gives it.</param>
/// <param name="Received">When it was asked for last.</param>
public sealed record SubscriptionRequest(
    SubscriptionMode Mode, Topic Topic, string TopicUrl, string Callback, DateTimeOffset Received)
{
    /// <summary>The lease that is granted; null for the end of a subscription.</summary>
    public TimeSpan? Lease { get; init; }

    /// <summary>What is to sign the documents; null for nothing. Never logged.</summary>
    public string? Secret { get; init; }

    /// <summary>How often the subscriber was asked without an answer.</summary>
    public int Attempts { get; init; }

    /// <summary>
    /// Names what is asked for, all of it: the same request again has the same id, and one that differs in anything never
    /// takes the place of another that waits.
    /// </summary>
    public string Id() => Fingerprint.Of(JsonSerializer.SerializeToUtf8Bytes(
        this with { Received = default, Attempts = 0 }, SubscribingJson.Stored.SubscriptionRequest));

    /// <summary>Callback and secret are not for people to see.</summary>
    public override string ToString() => $"{Mode} {Topic}";
}
