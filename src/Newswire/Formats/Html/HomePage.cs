using Newswire.Feeds;
using Newswire.Formats.Html.Push;

namespace Newswire.Formats.Html;

/// <summary>
/// The directory, <c>/</c>: every feed with its page and the addresses of its documents. Needs no script; with one,
/// the addresses of the feed of everything can be copied by a button, and notifications be turned on. Pure.
/// </summary>
public static class HomePage
{
    /// <summary>The media type with its charset.</summary>
    public const string ContentType = "text/html; charset=utf-8";

    private static readonly PagePath Path = new("/");

    /// <summary>The page as UTF-8, to be sent with <see cref="PageSecurity.ContentSecurityPolicy"/>.</summary>
    /// <param name="publication">The publication.</param>
    /// <param name="titles">The feeds: title by name, in the order to list them in.</param>
    /// <param name="formats">The formats each feed exists in.</param>
    /// <param name="descriptions">What feeds say of themselves, by name; those that say nothing may be missing.</param>
    public static byte[] Write(
        Publication publication,
        IReadOnlyDictionary<string, string> titles,
        IReadOnlyList<IFeedFormat> formats,
        IReadOnlyDictionary<string, string>? descriptions = null)
    {
        var groups = FeedGroup.Of(titles);
        var frame = new PageFrame(publication, Path);
        var list = new FeedListing(publication, Path, formats, descriptions);
        var page = new HtmlMarkup();

        frame.WriteHead(page, $"{publication.Title}: {PageText.Feeds}", publication.Description, publication.LogoUrl);
        if (titles.ContainsKey(FeedName.Latest))
        {
            frame.WriteAlternates(page, FeedName.Latest, publication.Title, formats);
        }

        PageFrame.EndHead(page);
        page.WriteLine($"""
            <body>
            <a class="skip" href="#feeds">{PageText.SkipToFeeds}</a>
            """);
        frame.WriteMasthead(page);
        page.WriteLine($"""
            <main>
            <div class="intro">
            """);
        page.WriteRaw(PageFrame.Icon);
        page.WriteLine($"""
            <h1>{PageText.Feeds}</h1>
            <p lang="{publication.Language}" dir="auto">{publication.Description}</p>
            <p>{(titles.Count == 0 ? PageText.NoFeeds : PageText.HowToFollow)}</p>
            </div>
            """);
        if (titles.Count > 0)
        {
            page.WriteLine($"""<div class="panels">""");
            new PushPanel(publication, Path).WriteForAll(page);
            if (titles.ContainsKey(FeedName.Latest))
            {
                new SubscribePanel(publication, Path, formats).Write(page, PageText.SubscribeToEverything, FeedName.Latest);
            }

            page.WriteLine($"</div>");
        }

        page.WriteLine($"""<div id="feeds" tabindex="-1">""");
        FeedListing.WriteJumps(page, groups);
        foreach (var group in groups)
        {
            list.Write(page, group);
        }

        page.WriteLine($"</div>\n</main>");
        frame.WriteFoot(page);
        PageFrame.End(page);
        return page.ToUtf8();
    }
}
