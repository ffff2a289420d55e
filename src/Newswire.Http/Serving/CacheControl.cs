namespace Newswire.Http.Serving;

/// <summary>How long others may keep what they got (RFC 9111 §5.2).</summary>
internal static class CacheControl
{
    /// <summary>
    /// Feeds: half a minute, since some readers wait at least as long as this says before they ask again, and longer
    /// only while nothing can be had.
    /// </summary>
    public const string Feed = "public, max-age=30, stale-if-error=86400";

    /// <summary>Pages for people.</summary>
    public const string Page = "public, max-age=60";
}
