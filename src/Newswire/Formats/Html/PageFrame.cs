using Newswire.Feeds;

namespace Newswire.Formats.Html;

/// <summary>What stands around the content of every page for people: its head, the publication's name, the foot.</summary>
internal sealed class PageFrame(Publication publication, PagePath path)
{
    /// <summary>A small picture of a feed; it stands beside the words and says nothing they do not.</summary>
    public const string Icon =
        """<svg class="icon" aria-hidden="true" width="28" height="28" viewBox="0 0 28 28" fill="none" stroke="currentColor" stroke-width="4"><circle cx="5" cy="23" r="3.5" fill="currentColor" stroke="none"/><path d="M2 12a14 14 0 0 1 14 14M2 3a23 23 0 0 1 23 23"/></svg>""";

    /// <summary>The beginning of the document: what the page is, for browsers and for those who link to it.</summary>
    /// <param name="page">Where to write.</param>
    /// <param name="title">The page's title.</param>
    /// <param name="description">One sentence about it.</param>
    /// <param name="logoUrl">A picture for those who link to the page; null for none.</param>
    public void WriteHead(HtmlMarkup page, string title, string description, string? logoUrl)
    {
        // The policy stands before everything it governs.
        page.WriteLine($"""
            <!DOCTYPE html>
            <html lang="{PageText.Language}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{PageSecurity.PagePolicy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <meta name="description" content="{description}">
            <link rel="manifest" href="{path.To(WebManifest.Path)}">
            <link rel="canonical" href="{FeedAddresses.Absolute(publication, path.Value)}">
            <meta property="og:type" content="website">
            <meta property="og:title" content="{title}">
            <meta property="og:description" content="{description}">
            <meta property="og:url" content="{FeedAddresses.Absolute(publication, path.Value)}">
            <meta property="og:site_name" content="{publication.Title}">
            """);
        if (publication.LicenceUrl is { } license)
        {
            page.WriteLine($"""<link rel="license" href="{license}">""");
        }

        if (logoUrl is not null)
        {
            page.WriteLine($"""<meta property="og:image" content="{logoUrl}">""");
        }
    }

    /// <summary>Links to the documents of a feed, which is where browsers and readers find them.</summary>
    public void WriteAlternates(HtmlMarkup page, string feed, string title, IReadOnlyList<IFeedFormat> formats)
    {
        foreach (var format in formats)
        {
            page.WriteLine(
                $"""<link rel="alternate" type="{format.ContentType.Split(';')[0]}" title="{title} ({format.Title})" href="{path.To(FeedAddresses.Path(feed, format.Extension))}">""");
        }
    }

    /// <summary>The style, and the end of <c>head</c>.</summary>
    public static void EndHead(HtmlMarkup page)
    {
        page.Write($"<style>");
        page.WriteRaw(PageSecurity.Style);
        page.WriteLine($"</style>\n</head>");
    }

    /// <summary>The publication's name, which leads to its site, and the way to all feeds.</summary>
    public void WriteMasthead(HtmlMarkup page)
    {
        page.WriteLine($"""
            <header class="masthead">
            <a class="publication" href="{FeedAddresses.Site(publication)}" lang="{publication.Language}" dir="auto">{publication.Title}</a>
            """);
        if (path.Value != "/")
        {
            page.WriteLine($"""<a href="{path.To("/")}">{PageText.AllFeeds}</a>""");
        }

        page.WriteLine($"</header>");
    }

    /// <summary>The foot of the page.</summary>
    public void WriteFoot(HtmlMarkup page)
    {
        page.WriteLine($"""
            <footer class="foot">
            <a href="{path.To(FeedAddresses.OpmlPath)}" type="text/x-opml">{PageText.FeedList}</a>
            """);
        if (publication.Rights is { } rights)
        {
            page.WriteLine($"""<span lang="{publication.Language}" dir="auto">{rights}</span>""");
        }

        page.WriteLine($"</footer>");
    }

    /// <summary>The script, which finds what stands before it, and the end of the document.</summary>
    public static void End(HtmlMarkup page)
    {
        page.Write($"<script>");
        page.WriteRaw(PageSecurity.Script);
        page.WriteLine($"</script>\n</body>\n</html>");
    }
}
