using System.Net.Http.Headers;

namespace Newswire.Outbound;

/// <summary>How long a server asks to be left alone (<c>Retry-After</c>, RFC 9110 §10.2.3).</summary>
internal static class RetryAfter
{
    /// <summary>The wait, never negative; null when none is asked for.</summary>
    /// <param name="header">In seconds, or until a date.</param>
    /// <param name="now">What a date is compared with.</param>
    public static TimeSpan? Read(RetryConditionHeaderValue? header, DateTimeOffset now) =>
        (header?.Delta ?? (header?.Date - now)) is { } wait ? TimeSpan.FromTicks(Math.Max(0, wait.Ticks)) : null;
}
