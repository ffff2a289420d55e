using Newswire.Feeds;

namespace Newswire.Formats.Html.Usage;

/// <summary>
/// The page on which people of the newsroom see what partners take, <c>/newsroom/usage</c>. It is the same for everybody and
/// has nothing in it: who opens it types a publisher key, and the script asks the API with that. Pure.
/// </summary>
/// <remarks>
/// The key is in the memory of the page and nowhere else: not in storage, a cookie or an address. Reloading forgets it.
/// </remarks>
public static class UsagePage
{
    /// <summary>The path below the base URL.</summary>
    public const string Path = "/newsroom/usage";

    /// <summary>The media type with its charset.</summary>
    public const string ContentType = "text/html; charset=utf-8";

    private static readonly string Style = EmbeddedText.Of("page.css") + EmbeddedText.Of("usage.css");
    private static readonly string Script = EmbeddedText.Of("usage.js");

    private static readonly string PagePolicy =
        $"default-src 'none'; style-src {PageSecurity.Hash(Style)}; script-src {PageSecurity.Hash(Script)}; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'";

    /// <summary>
    /// The value of the header <c>Content-Security-Policy</c>: exactly this style and this script, requests to its own host,
    /// no frame around it, and nothing else, pictures included.
    /// </summary>
    public static string ContentSecurityPolicy { get; } = PagePolicy + "; frame-ancestors 'none'";

    /// <summary>The page as UTF-8, to be sent with <see cref="ContentSecurityPolicy"/>.</summary>
    public static byte[] Write(Publication publication)
    {
        var path = new PagePath(Path);
        var frame = new PageFrame(publication, path);
        var page = new HtmlMarkup();
        page.WriteLine($"""
            <!DOCTYPE html>
            <html lang="{PageText.Language}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{PagePolicy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <meta name="referrer" content="no-referrer">
            <title>{PageText.UsageTitle}: {publication.Title}</title>
            """);
        page.Write($"<style>");
        page.WriteRaw(Style);
        page.WriteLine($"</style>\n</head>\n<body>");
        frame.WriteMasthead(page);
        WriteForms(page, path);
        WriteReport(page);
        page.WriteLine($"</main>");
        frame.WriteFoot(page);
        page.Write($"<script>");
        page.WriteRaw(Script);
        page.WriteLine($"</script>\n</body>\n</html>");
        return page.ToUtf8();
    }

    private static void WriteForms(HtmlMarkup page, PagePath path) => page.WriteLine($"""
        <main class="usage" data-root="{path.To("/")}" data-wait="{PageText.OneMoment}" data-away="{PageText.UsageAway}" data-none="{PageText.NoPartners}" data-title="{PageText.UsageOf}" data-bar="{PageText.BarOf}" data-summary="{PageText.UsageSummary}" data-others="{PageText.OtherArticles}" data-changes="{PageText.ChangeStream}">
        <div class="intro">
        <h1>{PageText.UsageTitle}</h1>
        <p>{PageText.UsageIntro}</p>
        </div>
        <noscript><p>{PageText.UsageNeedsScript}</p></noscript>
        <form class="ask" data-form="key" hidden>
        <label>{PageText.PublisherKey} <input type="password" name="key" required autocomplete="off" spellcheck="false" aria-describedby="key-note"></label>
        <button>{PageText.OpenUsage}</button>
        <p id="key-note">{PageText.KeyStays}</p>
        </form>
        <form class="ask" data-form="choice" hidden>
        <label>{PageText.Partner} <select name="partner"></select></label>
        <label>{PageText.FromDay} <input type="date" name="from" required></label>
        <label>{PageText.ToDay} <input type="date" name="to" required></label>
        <button>{PageText.ShowUsage}</button>
        <button type="button" class="quiet" data-act="forget">{PageText.ForgetKey}</button>
        </form>
        <p class="said" role="status" data-part="said"></p>
        """);

    private static void WriteReport(HtmlMarkup page) => page.WriteLine($"""
        <div data-part="report" hidden>
        <h2 data-part="title" tabindex="-1"></h2>
        <dl class="figures">
        <div class="taken"><dt>{PageText.Taken}</dt><dd data-sum="taken"></dd></div>
        <div class="notModified"><dt>{PageText.NotModified}</dt><dd data-sum="notModified"></dd></div>
        <div class="refused"><dt>{PageText.Refused}</dt><dd data-sum="refused"></dd></div>
        <div class="failed"><dt>{PageText.Failed}</dt><dd data-sum="failed"></dd></div>
        <div><dt>{PageText.Bytes}</dt><dd data-sum="bytes"></dd></div>
        </dl>
        <figure>
        <figcaption>{PageText.RequestsByDay} <span data-part="bar"></span></figcaption>
        <div data-part="chart"></div>
        </figure>
        <details>
        <summary>{PageText.SameAsTable}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label="{PageText.RequestsByDay}">
        <table data-table="days">
        <thead><tr><th scope="col">{PageText.DayUtc}</th><th scope="col">{PageText.Taken}</th><th scope="col">{PageText.NotModified}</th><th scope="col">{PageText.Refused}</th><th scope="col">{PageText.Failed}</th><th scope="col">{PageText.Bytes}</th></tr></thead>
        <tbody></tbody>
        </table>
        </div>
        </details>
        <h3 id="by-feed">{PageText.ByFeed}</h3>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="by-feed">
        <table data-table="feeds">
        <thead><tr><th scope="col">{PageText.Feed}</th><th scope="col">{PageText.Taken}</th><th scope="col">{PageText.NotModified}</th><th scope="col">{PageText.Failed}</th><th scope="col">{PageText.Bytes}</th></tr></thead>
        <tbody></tbody>
        </table>
        </div>
        <h3 id="by-article">{PageText.ByArticle}</h3>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="by-article">
        <table data-table="articles">
        <thead><tr><th scope="col">{PageText.Article}</th><th scope="col">{PageText.Taken}</th></tr></thead>
        <tbody></tbody>
        </table>
        </div>
        <p data-part="others"></p>
        </div>
        """);
}
