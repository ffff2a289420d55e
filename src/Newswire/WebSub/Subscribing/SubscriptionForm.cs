namespace Newswire.WebSub.Subscribing;

/// <summary>What a subscriber sent, read: nothing of it is known to be true (W3C WebSub §5.1).</summary>
/// <param name="Mode">What it wants.</param>
/// <param name="Topic">The topic URL as it was sent.</param>
/// <param name="Callback">The callback as it was sent.</param>
public sealed record SubscriptionForm(SubscriptionMode Mode, string Topic, string Callback)
{
    /// <summary>The lease it would like; null when it does not say. For as long as can be, <see cref="TimeSpan.MaxValue"/>.</summary>
    public TimeSpan? Lease { get; init; }

    /// <summary>What is to sign the documents; null for nothing.</summary>
    public string? Secret { get; init; }

    /// <summary>Callback and secret are not for people to see.</summary>
    public override string ToString() => $"{Mode} {Topic}";
}
