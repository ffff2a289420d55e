namespace Newswire.WebSub;

/// <summary>How the hub treats subscribers; configuration section <c>WebSub</c>.</summary>
public sealed record HubOptions
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string Section = "WebSub";

    /// <summary>The lease of a subscriber who asks for none. Default 10 days, which W3C WebSub §5.1 suggests.</summary>
    public TimeSpan DefaultLease { get; init; } = TimeSpan.FromDays(10);

    /// <summary>The shortest lease given, whatever is asked for. Default 1 hour.</summary>
    public TimeSpan MinLease { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The longest lease given, whatever is asked for. Default 30 days.</summary>
    public TimeSpan MaxLease { get; init; } = TimeSpan.FromDays(30);

    /// <summary>What signs documents: <c>sha256</c>, <c>sha384</c> or <c>sha512</c> (W3C WebSub §7.1). Default <c>sha256</c>.</summary>
    public string SignatureMethod { get; init; } = "sha256";

    /// <summary>
    /// The longest that one delivery or verification may take, from the connection to the answer's header. Default 10
    /// seconds; from 1 to 60.
    /// </summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// A delivery that takes longer marks its subscriber as slow: from then on it is delivered to apart, until it is quick
    /// again. Default 3 seconds.
    /// </summary>
    public TimeSpan SlowAfter { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// The least time between two distributions of a feed: of changes that come faster the first is delivered at once, and
    /// the others together. Default 2 seconds; from 0 to 60, storage counts whole ones.
    /// </summary>
    public TimeSpan MinInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Deliveries under way at once in this process to subscribers that are quick. Default 256.</summary>
    public int MaxParallel { get; init; } = 256;

    /// <summary>Deliveries under way at once in this process to subscribers that failed or were slow. Default 64.</summary>
    public int MaxParallelRetries { get; init; } = 64;

    /// <summary>Subscriptions that one callback host may have. Default 10,000.</summary>
    public int MaxSubscriptionsPerHost { get; init; } = 10_000;

    /// <summary>Verifications that one callback host is asked for in a minute. Default 300.</summary>
    public int MaxVerificationsPerHostAndMinute { get; init; } = 300;

    /// <summary>Verifications that this process takes on in a minute, for all hosts together. Default 3,000.</summary>
    public int MaxVerificationsPerMinute { get; init; } = 3_000;

    /// <summary>Whether callbacks on this machine are allowed, for development and tests. Default false.</summary>
    public bool AllowLoopback { get; init; }
}
