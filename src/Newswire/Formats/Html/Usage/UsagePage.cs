using Newswire.Feeds;
using Newswire.Formats.Html.Newsroom;

namespace Newswire.Formats.Html.Usage;

/// <summary>
/// The page on which people of the newsroom see what partners take, <c>/newsroom/usage</c>. Pure.
/// </summary>
public static class UsagePage
{
    /// <summary>The path below the base URL.</summary>
    public const string Path = "/newsroom/usage";

    /// <summary>The media type with its charset.</summary>
    public const string ContentType = "text/html; charset=utf-8";

    private static readonly NewsroomPage Page = new(Path, EmbeddedText.Of("usage.css"), EmbeddedText.Of("usage.js"));

    /// <summary>The value of the header <c>Content-Security-Policy</c>.</summary>
    public static string ContentSecurityPolicy => Page.ContentSecurityPolicy;

    /// <summary>The page as UTF-8, to be sent with <see cref="ContentSecurityPolicy"/>.</summary>
    public static byte[] Write(Publication publication) => Page.Write(publication, PageText.UsageTitle, (page, path) =>
    {
        page.WriteLine($"""
            <main class="newsroom" data-root="{path.To("/")}" data-wait="{PageText.OneMoment}" data-away="{PageText.NewsroomAway}" data-none="{PageText.NoPartners}" data-title="{PageText.UsageOf}" data-bar="{PageText.BarOf}" data-summary="{PageText.UsageSummary}" data-others="{PageText.OtherArticles}" data-changes="{PageText.ChangeStream}" data-webhook="{PageText.Webhook}">
            """);
        NewsroomPage.WriteKeyForm(page, PageText.UsageTitle, PageText.UsageIntro, PageText.UsageNeedsScript);
        WriteChoice(page);
        WriteReport(page);
        page.WriteLine($"</main>");
    });

    private static void WriteChoice(HtmlMarkup page) => page.WriteLine($"""
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
