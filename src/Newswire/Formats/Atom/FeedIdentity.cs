using Newswire.Feeds;

namespace Newswire.Formats.Atom;

/// <summary>The permanent identity of a feed (RFC 4287 §4.2.6).</summary>
internal static class FeedIdentity
{
    /// <summary>
    /// A <c>tag:</c> URI below <c>feeds/</c>, apart from those of articles, and never the feed's address: that
    /// changes with the host.
    /// </summary>
    public static string Of(Publication publication, string feed) =>
        $"tag:{publication.TagAuthority}:feeds/{string.Join('/', feed.Split('/').Select(Uri.EscapeDataString))}";
}
