namespace Newswire.Formats.Html;

/// <summary>Links that open a feed in a common feed reader, ready to be subscribed to.</summary>
internal static class ReaderLinks
{
    // Each as the reader itself publishes it, to be followed by the feed's percent-encoded address.
    private static readonly (string Reader, string Prefix)[] Web =
    [
        ("Feedly", "https://feedly.com/i/subscription/feed%2F"),
        ("Inoreader", "https://www.inoreader.com/?add_feed="),
        ("NewsBlur", "https://www.newsblur.com/?url="),
        ("The Old Reader", "https://theoldreader.com/feeds/subscribe?url="),
        ("Feedbin", "https://feedbin.com/?subscribe="),
    ];

    /// <summary>The readers' names and links, the best known first.</summary>
    /// <param name="feedUrl">The feed's absolute URL.</param>
    public static IEnumerable<(string Reader, string Url)> Of(string feedUrl) =>
    [
        .. Web.Select(reader => (reader.Reader, reader.Prefix + Uri.EscapeDataString(feedUrl))),

        // The scheme that readers installed on a device (NetNewsWire, Reeder) have themselves registered for.
        (PageText.AppOnThisDevice, "feed:" + feedUrl),
    ];
}
