using Newswire.Feeds;

namespace Newswire.Formats.Html;

/// <summary>How to subscribe to a feed: links for common readers, and the address of each document to copy.</summary>
/// <remarks>
/// Without the script an address is text that one click marks, and the button that would do nothing is not shown.
/// </remarks>
internal sealed class SubscribePanel(Publication publication, PagePath path, IReadOnlyList<IFeedFormat> formats)
{
    /// <summary>Writes the panel of a feed.</summary>
    /// <param name="page">Where to write; a page has one panel.</param>
    /// <param name="heading">What it is called.</param>
    /// <param name="feed">The feed's name.</param>
    public void Write(HtmlMarkup page, string heading, string feed)
    {
        page.WriteLine($"""
            <section class="panel" aria-labelledby="subscribe">
            <h2 id="subscribe">{heading}</h2>
            <p>{PageText.HowToSubscribe}</p>
            <h3>{PageText.Readers}</h3>
            <ul class="readers">
            """);
        foreach (var (reader, url) in ReaderLinks.Of(FeedAddresses.Url(publication, feed, formats[0].Extension)))
        {
            page.WriteLine($"""<li><a href="{url}">{reader}</a></li>""");
        }

        page.WriteLine($"""
            </ul>
            <h3>{PageText.Addresses}</h3>
            <ul class="addresses">
            """);
        foreach (var format in formats)
        {
            WriteAddress(page, feed, format);
        }

        page.WriteLine($"""
            </ul>
            <p id="said" role="status"></p>
            </section>
            """);
    }

    private void WriteAddress(HtmlMarkup page, string feed, IFeedFormat format)
    {
        var id = "address-" + format.Extension;
        page.WriteLine($"""
            <li>
            <span class="format">{format.Title}</span>
            <a href="{path.To(FeedAddresses.Path(feed, format.Extension))}" type="{format.ContentType.Split(';')[0]}" aria-label="{PageText.Open} {format.Title}">{PageText.Open}</a>
            <button type="button" hidden data-copies="{id}" data-copied="{PageText.Copied(format.Title)}" data-failed="{PageText.CopyFailed}" aria-label="{PageText.Copy} {PageText.AddressOf(format.Title)}">{PageText.Copy}</button>
            <code id="{id}">{FeedAddresses.Url(publication, feed, format.Extension)}</code>
            </li>
            """);
    }
}
