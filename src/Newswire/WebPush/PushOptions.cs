namespace Newswire.WebPush;

/// <summary>Whom and how push messages are sent to; configuration section <c>WebPush</c>.</summary>
public sealed record PushOptions
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string Section = "WebPush";

    /// <summary>The push services of today's browsers: Chrome and its kin, Firefox, Safari, Edge.</summary>
    public static readonly IReadOnlyList<string> DefaultServices =
    [
        "fcm.googleapis.com",
        "*.push.services.mozilla.com",
        "*.push.apple.com",
        "*.notify.windows.com",
    ];

    /// <summary>
    /// Whom a push service may turn to: a <c>mailto:</c> or https address (RFC 8292 §2.1), which only the services see. By
    /// default the publication's site, where that is https. Apple sends nothing for a publisher that does not say.
    /// </summary>
    public string? Contact { get; init; }

    /// <summary>
    /// The hosts that may be contacted: names, or <c>*.</c> and a name for every host below it. Default
    /// <see cref="DefaultServices"/>; what is configured replaces it. Whoever subscribes names an endpoint, so this is what
    /// keeps us from being sent against others.
    /// </summary>
    public IReadOnlyList<string> Services { get; init; } = DefaultServices;

    /// <summary>
    /// Whether push services on this machine are known too, and may be http, for development and tests. Default false. True
    /// lets anybody who subscribes send requests to what listens here.
    /// </summary>
    public bool AllowLoopback { get; init; }

    /// <summary>The longest that sending one message may take, from connecting to the answer's headers. Default 10 seconds.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How many messages this process sends at once. Default 64. The others wait, at most until those before them have used
    /// up <see cref="MaxTime"/>.
    /// </summary>
    public int MaxParallel { get; init; } = 64;

    /// <summary>
    /// Connections to one host at a time. Default 16. Services that speak HTTP/2, as all of the known do, get some hundred
    /// messages at once over each.
    /// </summary>
    public int MaxConnectionsPerHost { get; init; } = 16;
}
