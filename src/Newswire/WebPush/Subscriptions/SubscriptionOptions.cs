namespace Newswire.WebPush.Subscriptions;

/// <summary>Who may subscribe to notifications, and what is said to them beside news; configuration section <c>WebPush</c>.</summary>
public sealed record SubscriptionOptions
{
    /// <summary>
    /// Whether readers can subscribe and are told. Default true. Without it there is no key and no subscription, and those
    /// there are stay as they are and hear nothing.
    /// </summary>
    public bool Enabled { get; init; } = true;

    /// <summary>
    /// How many subscriptions that were not there before a process takes in a minute; beyond, they are asked to come back.
    /// Default 600. Anybody may subscribe, and this is what made-up endpoints fill storage with.
    /// </summary>
    public int MaxNewPerMinute { get; init; } = 600;

    /// <summary>
    /// What takes the place of a notification whose article is gone, under the publication's title. Default an English
    /// sentence.
    /// </summary>
    public string WithdrawnText { get; init; } = "A report you were told about has been withdrawn.";
}
