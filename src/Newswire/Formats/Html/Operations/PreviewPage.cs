using System.Text;
using Newswire.Partners.Output;

namespace Newswire.Formats.Html.Operations;

/// <summary>
/// What a partner gets of a feed and why not the rest, and one article as it gets it, <c>/newsroom/preview</c>. Pure.
/// </summary>
public static class PreviewPage
{
    /// <summary>The page.</summary>
    public static byte[] Write(OperationsContext context, PreviewModel model) => OperationsFrame.Write(
        context,
        PageText.PreviewTitle,
        (page, path) =>
        {
            if (model.Partner is not { } partner)
            {
                page.WriteLine($"<p>{PageText.NoPartners}</p>");
                return;
            }

            WriteForms(page, path, model);
            if (model.Preview is { } preview)
            {
                WriteArticle(page, model, preview);
            }

            if (model is { Feed: { } feed, Output: { } output })
            {
                page.WriteLine($"<h2><bdi>{partner.Title}</bdi>: {feed}</h2>");
                WriteFeed(page, path, context, model, output);
            }
            else
            {
                page.WriteLine($"""<p role="status">{PageText.NoFeedForPartner}</p>""");
            }
        },
        PageText.PreviewIntro);

    private static void WriteForms(HtmlMarkup page, PagePath path, PreviewModel model)
    {
        page.WriteLine($"""<form class="ask" method="get" action="{path.To(OperationsPaths.Preview)}">""");
        PartnerChoice.Write(page, model.Partners, model.Partner);
        page.WriteLine($"""<label>{PageText.Feed} <select name="feed">""");
        foreach (var feed in model.Feeds)
        {
            PartnerChoice.WriteOption(page, feed, feed, feed == model.Feed);
        }

        page.WriteLine($"""
            </select></label>
            <button>{PageText.ShowFeed}</button>
            </form>
            <form class="ask" method="get" action="{path.To(OperationsPaths.Preview)}">
            <input type="hidden" name="partner" value="{model.Partner!.Name}">
            <input type="hidden" name="feed" value="{model.Feed ?? ""}">
            <label>{PageText.ArticleId} <input name="article" value="{model.Article}" required maxlength="128" autocomplete="off" spellcheck="false"></label>
            <label>{PageText.Format} <select name="format">
            """);
        foreach (var format in model.Formats)
        {
            PartnerChoice.WriteOption(page, format, format, format == model.Format);
        }

        page.WriteLine($"""
            </select></label>
            <button>{PageText.ShowArticle}</button>
            </form>
            """);
    }

    private static void WriteArticle(HtmlMarkup page, PreviewModel model, PartnerPreview preview)
    {
        page.WriteLine($"""<section aria-labelledby="shown"><h2 id="shown">{model.Article} as {model.Format}</h2>""");
        switch (preview)
        {
            case PartnerPreview.Given given:
                if (given.From is { } from)
                {
                    page.Write($"<p>Readers see it from ").WriteMoment(from);
                    page.WriteLine($" on; this is what the partner gets then, or until then if it says withheld.</p>");
                }

                // A line feed directly behind the tag would be taken for no part of the text (HTML §13.1.2.5).
                page.WriteLine($"""<pre tabindex="0" aria-labelledby="shown"><code>{Encoding.UTF8.GetString(given.Document.Bytes.Span)}</code></pre>""");
                break;
            case PartnerPreview.Refused refused:
                page.WriteLine($"<p>The partner’s profile does not take it: {string.Join(' ', refused.Reasons)}</p>");
                break;
            case PartnerPreview.InNoFeed none:
                page.WriteLine($"<p>No feed of the partner’s carries it. It is in: {string.Join(", ", none.Carrying)}.</p>");
                break;
            case PartnerPreview.Gone:
                page.WriteLine($"<p>It is withdrawn, expired or erased.</p>");
                break;
            default:
                page.WriteLine($"<p>There is no such article.</p>");
                break;
        }

        page.WriteLine($"</section>");
    }

    private static void WriteFeed(
        HtmlMarkup page, PagePath path, OperationsContext context, PreviewModel model, PartnerFeed output)
    {
        page.BeginTable(PageText.NewestArticles, PageText.Article, PageText.GetsIt, "As it gets it");
        foreach (var article in output.Articles)
        {
            page.Write($"""<tr><th scope="row"><a href="{path.To(OperationsPaths.Article(article.Id))}" lang="{article.Original.Language ?? context.Publication.Language}" dir="auto">{article.Original.Headline}</a></th><td>""");
            page.WriteMark(article.IsGiven ? "good" : "quiet", article.IsGiven ? PageText.Yes : "No").Write($" {string.Join(' ', article.Refusals)}{Pictures(article)}");
            var link = $"{path.To(OperationsPaths.Preview)}?partner={Uri.EscapeDataString(model.Partner!.Name)}&feed={Uri.EscapeDataString(model.Feed!)}&article={Uri.EscapeDataString(article.Id)}&format={Uri.EscapeDataString(model.Format)}";
            page.WriteLine($"""</td><td><a href="{link}">{PageText.ShowThis}<span class="unseen"> {article.Original.Headline}</span></a></td></tr>""");
        }

        page.EndTable();
        page.WriteLine($"""<p class="count">To be taken down: {output.Removals.Count}</p>""");
    }

    private static string Pictures(PartnerArticle article)
    {
        var leftOut = article.PicturesLeftOut.Count();
        return leftOut == 0 ? ""
            : $" Without {OperationsMarkup.Count(leftOut, "of its pictures", "of its pictures")}; {OperationsMarkup.Count(article.PicturesInstead.Count(), "stands in", "stand in")}.";
    }
}
