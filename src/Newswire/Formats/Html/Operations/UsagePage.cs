using System.Globalization;
using Newswire.Partners;
using Newswire.Partners.Usage;

namespace Newswire.Formats.Html.Operations;

/// <summary>What a partner takes, by day, by feed and by article, <c>/newsroom/usage</c>. Pure.</summary>
public static class UsagePage
{
    // As usage is recorded: the stream and the webhook are no feeds, and no feed's name begins with a slash.
    private const string Changes = "/changes";
    private const string Webhook = "/webhook";

    /// <summary>The page.</summary>
    /// <param name="context">Where and for whom.</param>
    /// <param name="partners">The partners to choose from.</param>
    /// <param name="partner">The chosen one; null when there is none.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="report">What it took; null when nothing can be shown.</param>
    /// <param name="fault">What is wrong with the days; null when nothing is.</param>
    public static byte[] Write(
        OperationsContext context,
        IReadOnlyList<Partner> partners,
        Partner? partner,
        DateOnly from,
        DateOnly to,
        PartnerReport? report,
        string? fault) => OperationsFrame.Write(
        context,
        PageText.UsageTitle,
        (page, path) =>
        {
            if (partners.Count == 0)
            {
                page.WriteLine($"<p>{PageText.NoPartners}</p>");
                return;
            }

            page.WriteLine($"""<form class="ask" method="get" action="{path.To(OperationsPaths.Usage)}">""");
            PartnerChoice.Write(page, partners, partner);
            page.WriteLine($"""
                <label>{PageText.FromDay} <input type="date" name="from" value="{Day(from)}" required></label>
                <label>{PageText.ToDay} <input type="date" name="to" value="{Day(to)}" required></label>
                <button>{PageText.ShowUsage}</button>
                </form>
                """);
            if (fault is not null)
            {
                page.WriteLine($"""<p class="wrong" role="alert">{fault}</p>""");
            }

            if (partner is not null && report is not null)
            {
                WriteReport(page, partner, from, to, report);
            }
        },
        PageText.UsageIntro);

    private static void WriteReport(HtmlMarkup page, Partner partner, DateOnly from, DateOnly to, PartnerReport report)
    {
        page.WriteLine($"""
            <h2><bdi>{partner.Title}</bdi>, {Day(from)} to {Day(to)}</h2>
            <dl class="tiles">
            <div><dt>{PageText.Taken}</dt><dd data-sum="taken">{Number(report.Total.Taken)}</dd></div>
            <div><dt>{PageText.NotModified}</dt><dd>{Number(report.Total.NotModified)}</dd></div>
            <div><dt>{PageText.Refused}</dt><dd>{Number(report.Total.Refused)}</dd></div>
            <div><dt>{PageText.Failed}</dt><dd>{Number(report.Total.Failed)}</dd></div>
            <div><dt>{PageText.Bytes}</dt><dd>{Bytes(report.Total.Bytes)}</dd></div>
            </dl>
            """);
        ChartMarkup.Write(
            page,
            new Chart(
                PageText.RequestsByDay,
                "requests",
                [PageText.Taken, PageText.NotModified, PageText.Refused, PageText.Failed],
                [.. report.Days.Select(day => (
                    new DateTimeOffset(day.Day, TimeOnly.MinValue, TimeSpan.Zero),
                    (IReadOnlyList<double>)[day.Counts.Taken, day.Counts.NotModified, day.Counts.Refused, day.Counts.Failed]))]),
            TimeSpan.FromDays(1));
        page.WriteLine($"<h2>{PageText.ByFeed}</h2>");
        page.BeginTable(PageText.ByFeed, PageText.Feed, PageText.Taken, PageText.NotModified, PageText.Failed, PageText.Bytes);
        foreach (var (feed, counts) in report.Feeds)
        {
            var name = feed == Changes ? PageText.ChangeStream : feed == Webhook ? PageText.Webhook : feed;
            page.WriteLine($"""<tr><th scope="row">{name}</th><td class="number">{Number(counts.Taken)}</td><td class="number">{Number(counts.NotModified)}</td><td class="number">{Number(counts.Failed)}</td><td class="number">{Bytes(counts.Bytes)}</td></tr>""");
        }

        page.EndTable();
        page.WriteLine($"<h2>{PageText.ByArticle}</h2>");
        page.BeginTable(PageText.ByArticle, PageText.Article, PageText.Taken);
        foreach (var (article, taken) in report.Articles)
        {
            page.WriteLine($"""<tr><th scope="row">{article}</th><td class="number">{Number(taken)}</td></tr>""");
        }

        page.EndTable();
        if (report.OtherArticles > 0)
        {
            page.WriteLine($"""<p class="count">All other articles: {OperationsMarkup.Count((int)Math.Min(report.OtherArticles, int.MaxValue), "time", "times")}.</p>""");
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Bytes(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.#} KB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.#} GB"),
    };
}
