using System.Globalization;
using Newswire.Projection;

namespace Newswire.Formats.Html.Operations;

/// <summary>Pieces that several of the newsroom's pages have.</summary>
internal static class OperationsMarkup
{
    /// <summary>A moment for people and for machines; a dash for none.</summary>
    public static HtmlMarkup WriteMoment(this HtmlMarkup page, DateTimeOffset? moment) => moment is { } when
        ? page.Write($"""<time datetime="{when.UtcDateTime.ToString(DateForms.Rfc3339, CultureInfo.InvariantCulture)}">{PageText.Moment(when)}</time>""")
        : page.Write($"–");

    /// <summary>What readers see of an article, as a mark.</summary>
    public static HtmlMarkup WriteState(this HtmlMarkup page, ArticleState state)
    {
        var (kind, word) = state switch
        {
            ArticleState.Visible => ("good", OperationsText.StateVisible),
            ArticleState.Scheduled => ("waits", OperationsText.StateScheduled),
            ArticleState.Gone { Article: null } => ("bad", OperationsText.StateErased),
            ArticleState.Gone => ("bad", OperationsText.StateGone),
            _ => ("quiet", OperationsText.StateHidden),
        };
        return page.WriteMark(kind, word);
    }

    /// <summary>A word that stands out; the colour says nothing that the word does not.</summary>
    /// <param name="page">Where to write.</param>
    /// <param name="kind"><c>good</c>, <c>waits</c>, <c>bad</c> or <c>quiet</c>.</param>
    /// <param name="word">The word.</param>
    public static HtmlMarkup WriteMark(this HtmlMarkup page, string kind, string word) =>
        page.Write($"""<span class="mark {kind}">{word}</span>""");

    /// <summary>Begins a table that scrolls by itself where it does not fit.</summary>
    /// <param name="page">Where to write.</param>
    /// <param name="label">What the table is of.</param>
    /// <param name="columns">What its columns are called.</param>
    public static void BeginTable(this HtmlMarkup page, string label, params IEnumerable<string> columns)
    {
        page.Write($"""<div class="scroll" tabindex="0" role="region" aria-label="{label}"><table class="listing"><thead><tr>""");
        foreach (var column in columns)
        {
            page.Write($"""<th scope="col">{column}</th>""");
        }

        page.WriteLine($"</tr></thead><tbody>");
    }

    /// <summary>Ends it.</summary>
    public static void EndTable(this HtmlMarkup page) => page.WriteLine($"</tbody></table></div>");

    /// <summary>What a successful act says on the page that follows it.</summary>
    public static void WriteNotice(this HtmlMarkup page, string? notice)
    {
        if (notice is not null)
        {
            page.WriteLine($"""<p class="notice" role="status">{notice}</p>""");
        }
    }

    /// <summary>A number of things.</summary>
    public static string Count(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");
}
