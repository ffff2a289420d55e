using System.Net;

namespace Newswire.CommandLine.Importing;

/// <summary>When a batch that did not come through is sent again. Pure.</summary>
internal static class SendPatience
{
    /// <summary>Tries of one batch; with the waits between them some three minutes, which a server needs to start anew.</summary>
    public const int MaxTries = 10;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Whether an answer says that it may be another one later.</summary>
    public static bool IsPassing(HttpStatusCode status) => status is
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>How long to wait behind so many tries; null: no longer, it is given up.</summary>
    /// <param name="tries">How often it was sent.</param>
    /// <param name="retryAfter">What the answer asks for; it wins.</param>
    public static TimeSpan? Wait(int tries, TimeSpan? retryAfter) =>
        tries >= MaxTries ? null
        : retryAfter ?? TimeSpan.FromSeconds(Math.Min(Math.Pow(2, tries - 1), Longest.TotalSeconds));
}
