using System.Globalization;
using Newswire.Operations.Articles;
using Newswire.Projection;

namespace Newswire.Formats.Html.Operations;

/// <summary>What has happened to an article, as a part of its page. Pure.</summary>
internal static class ArticleHistory
{
    /// <summary>The versions that are known and the withdrawals, newest first.</summary>
    public static void WriteVersions(HtmlMarkup page, ArticleView view)
    {
        page.WriteLine($"<h2>History</h2>");
        if (view.Versions.Count > 0)
        {
            page.BeginTable("Versions", "Version", "Received", "Readers see it from", "Expires", "Content");
            foreach (var version in view.Versions.Reverse())
            {
                page.Write($"""<tr><th scope="row">{version.Key.Version.ToString(CultureInfo.InvariantCulture)}{(version.Silent ? " (silent)" : "")}</th><td>""").WriteMoment(version.Key.Received);
                page.Write($"</td><td>").WriteMoment(version.From);
                page.Write($"</td><td>").WriteMoment(version.Expires);
                page.WriteLine($"</td><td>{(version.Content.Length == 0 ? "erased" : view.Held.Any(held => held.Version.Key == version.Key) ? "held" : "replaced")}</td></tr>");
            }

            page.EndTable();
        }

        if (view.Withdrawals.Count > 0)
        {
            page.BeginTable("Withdrawals", "Withdrawn", "Which versions");
            foreach (var withdrawal in view.Withdrawals.Reverse())
            {
                page.Write($"""<tr><th scope="row">""").WriteMoment(withdrawal.Received);
                page.WriteLine($"</th><td>{(withdrawal.ThroughVersion is { } through ? string.Create(CultureInfo.InvariantCulture, $"up to {through}") : "all received before")}</td></tr>");
            }

            page.EndTable();
        }
    }

    /// <summary>An erasure that goes on, or the report on one.</summary>
    public static void WriteErasure(HtmlMarkup page, PagePath path, ArticleReport report)
    {
        if (report.Erasing is { } erasing)
        {
            page.Write($"""<p class="notice">It is being erased, as asked for on """).WriteMoment(erasing.Requested);
            page.WriteLine($""". <a href="{path.To(OperationsPaths.Article(report.View.Id))}">See whether it is done.</a></p>""");
        }

        if (report.Erased is { } erased)
        {
            page.Write($"""<h2>Erasure</h2><p>Every version received up to """).WriteMoment(erased.Requested);
            page.Write($" is gone since ").WriteMoment(erased.Completed);
            page.WriteLine($". Catalog lines blanked: {erased.Catalog.Count}. Documents written anew: {erased.Rewritten.Count}, deleted: {erased.Deleted.Count}.</p>");
        }
    }
}
