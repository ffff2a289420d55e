namespace Newswire.Formats;

/// <summary>How the formats write a moment, all in UTC and to the second.</summary>
internal static class DateForms
{
    /// <summary>
    /// RFC 822 as RSS wants it: <c>Wed, 04 Mar 2026 09:00:00 GMT</c>. Some readers take a <c>Z</c> for local time.
    /// </summary>
    public const string Rfc822 = "R";

    /// <summary>RFC 3339: <c>2026-03-04T09:00:00Z</c>.</summary>
    public const string Rfc3339 = "yyyy-MM-dd'T'HH:mm:ss'Z'";
}
