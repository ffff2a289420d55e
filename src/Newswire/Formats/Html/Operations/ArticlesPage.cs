using Newswire.Operations.Articles;
using Newswire.Projection;

namespace Newswire.Formats.Html.Operations;

/// <summary>Articles, looked for by id and by words of their headlines, <c>/newsroom/articles</c>. Pure.</summary>
public static class ArticlesPage
{
    private static readonly IReadOnlyList<(ArticleShelf Shelf, string Value, string Title)> Shelves =
    [
        (ArticleShelf.Published, "published", OperationsText.ShelfPublished),
        (ArticleShelf.Coming, "coming", OperationsText.ShelfComing),
        (ArticleShelf.Gone, "gone", OperationsText.ShelfGone),
    ];

    /// <summary>The shelf of a form's value; the first for one that is none.</summary>
    public static ArticleShelf ShelfOf(string? value) => Shelves.FirstOrDefault(known => known.Value == value).Shelf;

    /// <summary>The page.</summary>
    public static byte[] Write(OperationsContext context, ArticleQuery query, ArticleHits hits) => OperationsFrame.Write(
        context,
        OperationsText.Articles,
        (page, path) =>
        {
            WriteForm(page, path, query);
            if (hits.ById.Count > 0)
            {
                page.WriteLine($"<h2>{OperationsText.ById}</h2>");
                WriteHits(page, path, context, OperationsText.ById, hits.ById);
            }

            page.WriteLine($"<h2>{(query.Words.Length > 0 ? OperationsText.ByHeadline : TitleOf(query.Shelf))}</h2>");
            if (hits.Found.Count > 0)
            {
                WriteHits(page, path, context, OperationsText.ByHeadline, hits.Found);
            }
            else
            {
                page.WriteLine($"<p>{(query.Words.Length > 0 ? OperationsText.NoHits : OperationsText.NoArticles)}</p>");
            }

            WriteNext(page, path, query, hits);
        });

    private static void WriteForm(HtmlMarkup page, PagePath path, ArticleQuery query)
    {
        page.WriteLine($"""
            <form class="ask" method="get" action="{path.To(OperationsPaths.Articles)}" role="search">
            <label class="wide">{OperationsText.SearchLabel} <input type="search" name="q" value="{query.Words}" maxlength="200"></label>
            <label>{OperationsText.Shelf} <select name="among">
            """);
        foreach (var (shelf, value, title) in Shelves)
        {
            if (shelf == query.Shelf)
            {
                page.WriteLine($"""<option value="{value}" selected>{title}</option>""");
            }
            else
            {
                page.WriteLine($"""<option value="{value}">{title}</option>""");
            }
        }

        page.WriteLine($"""
            </select></label>
            <button>{OperationsText.Search}</button>
            </form>
            """);
    }

    private static void WriteHits(
        HtmlMarkup page, PagePath path, OperationsContext context, string label, IReadOnlyList<ArticleHit> hits)
    {
        page.BeginTable(label, OperationsText.Headline, OperationsText.State, OperationsText.When, OperationsText.Id);
        foreach (var hit in hits)
        {
            page.Write($"""<tr><th scope="row"><a href="{path.To(OperationsPaths.Article(hit.Id))}" lang="{hit.Language ?? context.Publication.Language}" dir="auto">{hit.Headline ?? OperationsText.NoHeadline}</a></th><td>""");
            page.WriteState(hit.State);
            page.Write($"</td><td>");
            page.WriteMoment(MomentOf(hit.State));
            page.WriteLine($"</td><td><code>{hit.Id}</code></td></tr>");
        }

        page.EndTable();
    }

    private static void WriteNext(HtmlMarkup page, PagePath path, ArticleQuery query, ArticleHits hits)
    {
        if (query.Words.Length > 0)
        {
            page.WriteLine($"""<p class="count">{OperationsMarkup.Count(hits.Looked, "article", "articles")} looked at, {OperationsMarkup.Count(hits.Found.Count, "headline has", "headlines have")} all the words.</p>""");
        }

        if (hits.Next is { } next)
        {
            var link = $"{path.To(OperationsPaths.Articles)}?q={Uri.EscapeDataString(query.Words)}&among={Shelves.First(known => known.Shelf == query.Shelf).Value}&after={Uri.EscapeDataString(next)}";
            page.WriteLine($"""<p class="acts"><a class="button" href="{link}">{(query.Words.Length > 0 ? OperationsText.ContinueSearching : OperationsText.OlderArticles)}</a></p>""");
        }
    }

    private static string TitleOf(ArticleShelf shelf) => Shelves.First(known => known.Shelf == shelf).Title;

    private static DateTimeOffset? MomentOf(ArticleState state) => state switch
    {
        ArticleState.Visible visible => visible.Published,
        ArticleState.Scheduled scheduled => scheduled.From,
        ArticleState.Gone gone => gone.When,
        _ => null,
    };
}
