using System.Globalization;
using Microsoft.AspNetCore.Http;
using Newswire.Partners.Quotas;

namespace Newswire.Http.Partners;

/// <summary>
/// Writes how far a partner has used up its quotas: <c>RateLimit-Policy</c> and <c>RateLimit</c>
/// (draft-ietf-httpapi-ratelimit-headers-10 §3 and §4, Structured Fields of RFC 9651).
/// </summary>
internal static class RateLimitFields
{
    /// <summary>Writes both fields, one member for each window.</summary>
    public static void Write(IHeaderDictionary headers, IReadOnlyList<WindowStanding> standing)
    {
        headers["RateLimit-Policy"] = string.Join(", ", standing.Select(window => string.Create(
            CultureInfo.InvariantCulture, $"\"{window.Window.Name}\";q={window.Quota};w={(int)window.Window.Length.TotalSeconds}")));
        headers["RateLimit"] = string.Join(", ", standing.Select(window => window.Reset is { } reset
            ? string.Create(CultureInfo.InvariantCulture, $"\"{window.Window.Name}\";r={window.Remaining};t={Seconds(reset)}")
            : string.Create(CultureInfo.InvariantCulture, $"\"{window.Window.Name}\";r={window.Remaining}")));
    }

    /// <summary>Whole seconds, not fewer than it takes.</summary>
    public static int Seconds(TimeSpan time) => (int)Math.Ceiling(time.TotalSeconds);
}
