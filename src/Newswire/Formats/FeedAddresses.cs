using Newswire.Feeds;

namespace Newswire.Formats;

/// <summary>The addresses of a feed's documents.</summary>
public static class FeedAddresses
{
    /// <summary>The path below the host, percent-encoded: <c>/feeds/topics/uk-news.atom</c>.</summary>
    public static string Path(string feed, string extension) =>
        "/feeds/" + string.Join('/', feed.Split('/').Select(Uri.EscapeDataString)) + "." + extension;

    /// <summary>The absolute URL.</summary>
    public static string Url(Publication publication, string feed, string extension) =>
        publication.BaseUrl.TrimEnd('/') + Path(feed, extension);

    /// <summary>The publication's own site.</summary>
    public static string Site(Publication publication) => publication.SiteUrl ?? publication.BaseUrl.TrimEnd('/') + "/";
}
