using Newswire.Feeds;
using Newswire.Formats.Html.Preview;
using Newswire.Formats.Html.Usage;

namespace Newswire.Formats.Html.Newsroom;

/// <summary>
/// What pages for the newsroom have in common. Such a page is the same for everybody and has nothing in it: who opens it
/// types a publisher key, and the script asks the API with that. Pure.
/// </summary>
/// <remarks>
/// The key is in the memory of the page and nowhere else: not in storage, a cookie or an address. Reloading forgets it.
/// </remarks>
internal sealed class NewsroomPage
{
    private static readonly string SharedStyle = EmbeddedText.Of("page.css") + EmbeddedText.Of("newsroom.css");
    private static readonly string SharedScript = EmbeddedText.Of("newsroom.js");

    private readonly PagePath path;
    private readonly string style;
    private readonly string script;
    private readonly string policy;

    /// <param name="path">The path below the base URL.</param>
    /// <param name="style">What the page adds to the style.</param>
    /// <param name="script">What the page adds to the script.</param>
    public NewsroomPage(string path, string style, string script)
    {
        (this.path, this.style, this.script) = (new PagePath(path), SharedStyle + style, SharedScript + script);
        policy = $"default-src 'none'; style-src {PageSecurity.Hash(this.style)}; script-src {PageSecurity.Hash(this.script)}; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'";
    }

    /// <summary>
    /// The value of the header <c>Content-Security-Policy</c>: exactly this style and this script, requests to its own host,
    /// no frame around it, and nothing else, pictures included.
    /// </summary>
    public string ContentSecurityPolicy => policy + "; frame-ancestors 'none'";

    /// <summary>The page as UTF-8, to be sent with <see cref="ContentSecurityPolicy"/>.</summary>
    /// <param name="publication">The publication.</param>
    /// <param name="title">What the page is called.</param>
    /// <param name="main">Writes its main part.</param>
    public byte[] Write(Publication publication, string title, Action<HtmlMarkup, PagePath> main)
    {
        var frame = new PageFrame(publication, path);
        var page = new HtmlMarkup();
        page.WriteLine($"""
            <!DOCTYPE html>
            <html lang="{PageText.Language}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <meta name="referrer" content="no-referrer">
            <title>{title}: {publication.Title}</title>
            """);
        page.Write($"<style>");
        page.WriteRaw(style);
        page.WriteLine($"</style>\n</head>\n<body>");
        frame.WriteMasthead(page);
        page.WriteLine($"""<nav class="rooms" aria-label="{PageText.ForNewsroom}">""");
        WriteLink(page, UsagePage.Path, PageText.UsageTitle);
        WriteLink(page, PreviewPage.Path, PageText.PreviewTitle);
        page.WriteLine($"</nav>");
        main(page, path);
        frame.WriteFoot(page);
        page.Write($"<script>");
        page.WriteRaw(script);
        page.WriteLine($"</script>\n</body>\n</html>");
        return page.ToUtf8();
    }

    private void WriteLink(HtmlMarkup page, string to, string title)
    {
        if (to == path.Value)
        {
            page.WriteLine($"""<a aria-current="page">{title}</a>""");
        }
        else
        {
            page.WriteLine($"""<a href="{path.To(to)}">{title}</a>""");
        }
    }

    /// <summary>What the page is, and where the key is typed.</summary>
    public static void WriteKeyForm(HtmlMarkup page, string title, string intro, string needsScript) => page.WriteLine($"""
        <div class="intro">
        <h1>{title}</h1>
        <p>{intro}</p>
        </div>
        <noscript><p>{needsScript}</p></noscript>
        <form class="ask" data-form="key" hidden>
        <label>{PageText.PublisherKey} <input type="password" name="key" required autocomplete="off" spellcheck="false" aria-describedby="key-note"></label>
        <button>{PageText.OpenNewsroom}</button>
        <p id="key-note">{PageText.KeyStays}</p>
        </form>
        """);
}
