using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Newswire.Http.Serving.Deltas;

/// <summary>Decides whether a reader may be sent a delta. Pure.</summary>
internal static class DeltaRequest
{
    private const string Manipulation = "feed";

    /// <summary>
    /// Whether the reader accepts the instance manipulation <c>feed</c> (RFC 3229 §10.5.3) and asks us itself.
    /// </summary>
    /// <remarks>
    /// A cache between that looks after its own copy puts its own If-None-Match to the reader's A-IM. What it was sent
    /// then would be the difference to a version that the reader never had, so behind a cache there are no deltas.
    /// </remarks>
    public static bool Accepts(IHeaderDictionary headers) =>
        headers.TryGetValue("A-IM", out var lines)
        && headers.IfNoneMatch.Count > 0
        && !headers.ContainsKey("Via")
        && !headers.ContainsKey("CDN-Loop")
        && lines.Any(line => line is not null && line.Split(',').Any(IsFeed));

    private static bool IsFeed(string manipulation)
    {
        var parts = manipulation.Split(';');
        return parts[0].AsSpan().Trim().Equals(Manipulation, StringComparison.OrdinalIgnoreCase)
            && !parts.Skip(1).Any(IsZeroQuality);
    }

    private static bool IsZeroQuality(string parameter) =>
        parameter.Split('=') is [var name, var value]
        && name.Trim() is "q" or "Q"
        && double.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var quality)
        && quality <= 0;
}
