using Newswire.Formats.Html.Push;

namespace Newswire.Formats.Html;

/// <summary>
/// A feed as a page for people, <c>/feeds/{feed}.html</c>: what it carries, how to subscribe, the latest headlines.
/// Needs no script; with one, addresses can be copied by a button, and notifications be turned on. Pure.
/// </summary>
public static class HtmlFeedPage
{
    /// <summary>The media type with its charset.</summary>
    public const string ContentType = "text/html; charset=utf-8";

    /// <summary>How many headlines it shows at most.</summary>
    public const int MaxHeadlines = 20;

    /// <summary>The page as UTF-8, to be sent with <see cref="PageSecurity.ContentSecurityPolicy"/>.</summary>
    /// <param name="head">The feed.</param>
    /// <param name="newest">Its newest entries, newest first; those beyond <see cref="MaxHeadlines"/> are not shown.</param>
    /// <param name="formats">The formats it exists in, at least one; links for feed readers lead to the first.</param>
    public static byte[] Write(FeedHead head, IReadOnlyList<Entry> newest, IReadOnlyList<IFeedFormat> formats)
    {
        var publication = head.Publication;
        var path = new PagePath(FeedAddresses.Path(head.Name, FeedAddresses.PageExtension));
        var frame = new PageFrame(publication, path);
        var page = new HtmlMarkup();

        frame.WriteHead(page, head.Title, head.Description, head.LogoUrl);
        frame.WriteAlternates(page, head.Name, head.Title, formats);
        PageFrame.EndHead(page);
        page.WriteLine($"""
            <body>
            <a class="skip" href="#headlines">{PageText.SkipToHeadlines}</a>
            """);
        frame.WriteMasthead(page);
        page.WriteLine($"""
            <main>
            <div class="intro">
            """);
        page.WriteRaw(PageFrame.Icon);
        page.WriteLine($"""
            <h1 lang="{publication.Language}" dir="auto">{Heading(head)}</h1>
            <p lang="{publication.Language}" dir="auto">{head.Description}</p>
            </div>
            """);
        page.WriteLine($"""<div class="panels">""");
        new PushPanel(publication, path).WriteForFeed(page, head.Name, Heading(head), newest);
        new SubscribePanel(publication, path, formats).Write(page, PageText.Subscribe, head.Name);
        page.WriteLine($"</div>");
        WriteHeadlines(page, newest, publication.Language);
        page.WriteLine($"</main>");
        frame.WriteFoot(page);
        PageFrame.End(page);
        return page.ToUtf8();
    }

    // A reader's list of feeds shows titles alone, so there they begin with the publication's name; here it stands above.
    private static string Heading(FeedHead head) =>
        head.Title.StartsWith(head.Publication.Title + ": ", StringComparison.Ordinal)
            ? head.Title[(head.Publication.Title.Length + 2)..]
            : head.Title;

    private static void WriteHeadlines(HtmlMarkup page, IReadOnlyList<Entry> newest, string language)
    {
        page.WriteLine($"""
            <section class="headlines" aria-labelledby="headlines">
            <h2 id="headlines" tabindex="-1">{PageText.Headlines}</h2>
            """);
        if (newest.Count == 0)
        {
            page.WriteLine($"<p>{PageText.NoHeadlines}</p>");
        }
        else
        {
            page.WriteLine($"<ol>");
            for (var i = 0; i < Math.Min(newest.Count, MaxHeadlines); i++)
            {
                Headline.Write(page, newest[i], language, isFirst: i == 0);
            }

            page.WriteLine($"</ol>");
        }

        page.WriteLine($"</section>");
    }
}
