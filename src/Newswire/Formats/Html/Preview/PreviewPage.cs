using Newswire.Feeds;
using Newswire.Formats.Html.Newsroom;

namespace Newswire.Formats.Html.Preview;

/// <summary>
/// The page on which people of the newsroom see what partners get and why not more, <c>/newsroom/preview</c>. What a partner
/// gets is shown as text, never as markup. Pure.
/// </summary>
public static class PreviewPage
{
    /// <summary>The path below the base URL.</summary>
    public const string Path = "/newsroom/preview";

    /// <summary>The media type with its charset.</summary>
    public const string ContentType = "text/html; charset=utf-8";

    private static readonly NewsroomPage Page = new(Path, EmbeddedText.Of("preview.css"), EmbeddedText.Of("preview.js"));

    /// <summary>The value of the header <c>Content-Security-Policy</c>.</summary>
    public static string ContentSecurityPolicy => Page.ContentSecurityPolicy;

    /// <summary>The page as UTF-8, to be sent with <see cref="ContentSecurityPolicy"/>.</summary>
    public static byte[] Write(Publication publication) => Page.Write(publication, PageText.PreviewTitle, (page, path) =>
    {
        page.WriteLine($"""
            <main class="newsroom" data-root="{path.To("/")}" data-wait="{PageText.OneMoment}" data-away="{PageText.NewsroomAway}" data-none="{PageText.NoPartners}" data-title="{PageText.PreviewOf}" data-yes="{PageText.Yes}" data-no="{PageText.No}" data-left-out="{PageText.PicturesLeftOut}" data-instead="{PageText.PicturesInstead}" data-show="{PageText.ShowThis}" data-show-headline="{PageText.ShowHeadline}" data-gone="{PageText.TakenDown}" data-no-feeds="{PageText.NoFeedForPartner}" data-shown="{PageText.AsTheyGetIt}" data-from="{PageText.FromThen}">
            """);
        NewsroomPage.WriteKeyForm(page, PageText.PreviewTitle, PageText.PreviewIntro, PageText.PreviewNeedsScript);
        WriteForms(page);
        WriteReport(page);
        page.WriteLine($"</main>");
    });

    private static void WriteForms(HtmlMarkup page) => page.WriteLine($"""
        <form class="ask" data-form="choice" hidden>
        <label>{PageText.Partner} <select name="partner"></select></label>
        <label>{PageText.Feed} <select name="feed"></select></label>
        <button>{PageText.ShowFeed}</button>
        <button type="button" class="quiet" data-act="forget">{PageText.ForgetKey}</button>
        </form>
        <form class="ask" data-form="article" hidden>
        <label>{PageText.ArticleId} <input name="id" required autocomplete="off" spellcheck="false"></label>
        <label>{PageText.Format} <select name="format"><option>rss</option><option>atom</option><option>json</option><option>ninjs</option></select></label>
        <button>{PageText.ShowArticle}</button>
        </form>
        <p class="said" role="status" data-part="said"></p>
        """);

    private static void WriteReport(HtmlMarkup page) => page.WriteLine($"""
        <div data-part="article" hidden>
        <h2 data-part="shown" tabindex="-1"></h2>
        <p data-part="from"></p>
        <pre class="scroll" tabindex="0" role="region" aria-label="{PageText.Article}" data-part="document"></pre>
        </div>
        <div data-part="report" hidden>
        <h2 data-part="title" tabindex="-1"></h2>
        <div class="scroll" tabindex="0" role="region" aria-label="{PageText.NewestArticles}">
        <table data-table="articles">
        <thead><tr><th scope="col">{PageText.Article}</th><th scope="col">{PageText.GetsIt}</th><td></td></tr></thead>
        <tbody></tbody>
        </table>
        </div>
        <p data-part="gone"></p>
        </div>
        """);
}
