using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Newswire.Http.Ingest;

/// <summary>The client's preference to wait (RFC 7240 §4.3).</summary>
internal static class Preference
{
    /// <summary>The longest wait; hosts end a request after some 230 s.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(60);

    /// <summary>How long the client would wait for the feeds to show its change; null when it would not.</summary>
    public static TimeSpan? Wait(HttpRequest request)
    {
        foreach (var preference in request.Headers.GetCommaSeparatedValues("Prefer"))
        {
            var parts = preference.Split(';')[0].Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length == 2
                && parts[0].Equals("wait", StringComparison.OrdinalIgnoreCase)
                && int.TryParse(parts[1].Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                && seconds > 0)
            {
                return seconds < MaxWait.TotalSeconds ? TimeSpan.FromSeconds(seconds) : MaxWait;
            }
        }

        return null;
    }
}
