using Newswire.Articles;
using Newswire.Feeds;

namespace Newswire.Formats;

/// <summary>Which licence an article is published under, for programs (RFC 4946).</summary>
internal static class EntryLicense
{
    /// <summary>What an entry says that has no licence while its feed has one (RFC 4946 §2.1).</summary>
    public const string Unspecified = "http://purl.org/atompub/license#unspecified";

    /// <summary>
    /// Where the licence is: the article's own, else the publication's; null for none. With a statement of rights of its own
    /// it is somebody else's, and the publication's licence does not hold.
    /// </summary>
    public static string? Of(Publication publication, Article article) =>
        article.License ?? (article.Rights is null ? publication.LicenceUrl : null);

    /// <summary>What an entry has to say because it differs from its feed; null where the feed says it (RFC 4946 §2.4).</summary>
    public static string? BesideFeed(Publication publication, Article article) =>
        Of(publication, article) is var license && license == publication.LicenceUrl ? null : license ?? Unspecified;
}
