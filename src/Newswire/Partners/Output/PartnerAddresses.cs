using Newswire.Feeds;
using Newswire.Formats;

namespace Newswire.Partners.Output;

/// <summary>The addresses at which partners get what they may have. A partner has its own, which only its keys open.</summary>
public static class PartnerAddresses
{
    /// <summary>The path below the host, percent-encoded: <c>/partners/daily-planet/feeds/topics/uk-news.rss</c>.</summary>
    public static string Path(string partner, string feed, string extension) =>
        $"/partners/{Uri.EscapeDataString(partner)}{FeedAddresses.Path(feed, extension)}";

    /// <summary>The absolute URL of the change stream.</summary>
    public static string Changes(Publication publication, string partner) =>
        FeedAddresses.Absolute(publication, $"/partners/{Uri.EscapeDataString(partner)}/changes");

    /// <summary>The absolute URL.</summary>
    public static string Url(Publication publication, string partner, string feed, string extension) =>
        FeedAddresses.Absolute(publication, Path(partner, feed, extension));
}
