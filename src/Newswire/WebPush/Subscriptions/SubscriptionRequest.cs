namespace Newswire.WebPush.Subscriptions;

/// <summary>What a reader's browser asks for when it subscribes.</summary>
/// <param name="Endpoint">See <see cref="PushSubscription.Endpoint"/>.</param>
/// <param name="P256dh">See <see cref="PushSubscription.P256dh"/>.</param>
/// <param name="Auth">See <see cref="PushSubscription.Auth"/>.</param>
/// <param name="Favourites">Names of feeds that there are; empty when the choice of an earlier subscription is to stay.</param>
public sealed record SubscriptionRequest(string Endpoint, string P256dh, string Auth, IReadOnlyList<string> Favourites)
{
    /// <summary>When the browser will end the subscription; null when it does not say.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>When the reader is not to be disturbed; null for never.</summary>
    public QuietHours? QuietHours { get; init; }

    /// <summary>See <see cref="PushSubscription.MaxPerDay"/>; null when nothing was said.</summary>
    public int? MaxPerDay { get; init; }

    /// <summary>The endpoint of an earlier subscription whose place this one takes; null for none.</summary>
    public string? Replaces { get; init; }

    /// <summary>Endpoints are not for people to see.</summary>
    public override string ToString() => $"request with {Favourites.Count} favourites";
}
