using Newswire.Feeds;

namespace Newswire.Formats;

/// <summary>
/// The permanent identity of an entry (RFC 4287 §4.2.6): a <c>tag:</c> URI (RFC 4151) of the publication's authority
/// and the article's id. Headline, slug, scheme and host may change; this does not.
/// </summary>
public static class EntryIdentity
{
    /// <summary>The identity of the article: <c>tag:news.example,2026:harbour-bridge</c>.</summary>
    public static string Of(Publication publication, string articleId) => $"tag:{publication.TagAuthority}:{articleId}";
}
