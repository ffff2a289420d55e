using System.Net.Http.Headers;
using Newswire.Outbound;

namespace Newswire.WebPush;

/// <summary>What a push service's answer means (RFC 8030 §5, §7.3, §8.4).</summary>
internal static class PushAnswer
{
    /// <summary>Reads the outcome off the headers.</summary>
    /// <param name="status">The status code.</param>
    /// <param name="retryAfter">The wait that is asked for, in seconds or until a date (RFC 9110 §10.2.3).</param>
    /// <param name="now">What a date is compared with.</param>
    public static PushOutcome Read(int status, RetryConditionHeaderValue? retryAfter, DateTimeOffset now) => status switch
    {
        >= 200 and < 300 => new PushOutcome.Delivered(),
        404 or 410 => new PushOutcome.Gone(),
        413 => new PushOutcome.TooLarge(),
        408 or 429 or >= 500 => new PushOutcome.TryLater(RetryAfter.Read(retryAfter, now)),
        _ => new PushOutcome.Refused(status),
    };
}
