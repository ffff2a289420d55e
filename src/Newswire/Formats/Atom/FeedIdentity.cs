using System.Globalization;
using Newswire.Feeds;

namespace Newswire.Formats.Atom;

/// <summary>The permanent identity of a feed (RFC 4287 §4.2.6).</summary>
internal static class FeedIdentity
{
    private static readonly string[] AuthorityDates = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    /// <summary>
    /// A <c>tag:</c> URI below <c>feeds/</c>, apart from those of articles, and never the feed's address: that
    /// changes with the host.
    /// </summary>
    public static string Of(Publication publication, string feed) =>
        $"tag:{publication.TagAuthority}:feeds/{string.Join('/', feed.Split('/').Select(Uri.EscapeDataString))}";

    /// <summary>
    /// When the feed last changed. One that never had an entry must have a date as well (RFC 4287 §4.1.1) and gets the
    /// one from which on the publication mints identities (RFC 4151 §2.1): validators take the Unix epoch for a mistake.
    /// </summary>
    public static DateTimeOffset Updated(FeedHead head) =>
        head.Updated > DateTimeOffset.UnixEpoch || !DateTimeOffset.TryParseExact(
            head.Publication.TagAuthority.AsSpan(head.Publication.TagAuthority.IndexOf(',') + 1),
            AuthorityDates,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var minted)
            ? head.Updated.ToUniversalTime()
            : minted;
}
