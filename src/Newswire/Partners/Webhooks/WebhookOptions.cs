namespace Newswire.Partners.Webhooks;

/// <summary>How changes are brought to partners; configuration section <c>Webhooks</c>.</summary>
public sealed record WebhookOptions
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string Section = "Webhooks";

    /// <summary>
    /// The longest that one delivery may take, from the connection to the answer's header. Default 15 seconds, from 1 to
    /// 60: Standard Webhooks 1.0.0, "Request timeouts", recommends 15 to 30.
    /// </summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// A delivery that takes longer marks its partner as slow: from then on it is delivered to apart, until it is quick
    /// again. Default 3 seconds.
    /// </summary>
    public TimeSpan SlowAfter { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// The least time between two messages that a partner has news: of changes that come faster the first is delivered at
    /// once, and the others together. Default 2 seconds; from 0 to 60, storage counts whole ones.
    /// </summary>
    public TimeSpan MinInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Changes of one delivery; the newest, what is older is left to the stream. Default 50; from 1 to 500.</summary>
    public int MaxChanges { get; init; } = 50;

    /// <summary>
    /// Bytes of the articles of one delivery; the newest that fit, the rest is left to the stream. Default 1 MiB; from 64
    /// KiB to 8 MiB.
    /// </summary>
    public int MaxBytes { get; init; } = 1024 * 1024;

    /// <summary>Deliveries given up that are kept of a partner, the newest. Default 20; from 1 to 100.</summary>
    public int MaxDeadLetters { get; init; } = 20;

    /// <summary>Whether webhooks may be http, and on this machine, for development and tests. Default false.</summary>
    public bool AllowLoopback { get; init; }
}
