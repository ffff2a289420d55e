using System.Globalization;
using Newswire.Operations;
using Newswire.Operations.Failures;

namespace Newswire.Formats.Html.Operations;

/// <summary>How things stand, and how they went, <c>/newsroom</c>. Pure.</summary>
public static class OverviewPage
{
    // The sweep takes up within a minute what was left behind; what is older than two has a reason that somebody should know.
    private static readonly TimeSpan MaxBehind = TimeSpan.FromMinutes(2);

    private static readonly IReadOnlyList<(OverviewSpan Span, string Value, string Title)> Spans =
    [
        (OverviewSpan.Hour, "hour", "Last hour"), (OverviewSpan.Day, "day", "Last day"), (OverviewSpan.Month, "month", "Last 30 days"),
    ];

    /// <summary>The span of a link's value; a day for one that is none.</summary>
    public static OverviewSpan SpanOf(string? value) => Spans.FirstOrDefault(known => known.Value == value).Span;

    /// <summary>The page.</summary>
    public static byte[] Write(OperationsContext context, Overview overview) => OperationsFrame.Write(
        context,
        OperationsText.Overview,
        (page, path) =>
        {
            page.Write($"""<p class="lead">As of """).WriteMoment(overview.At);
            page.WriteLine($""". <a href="{path.To(OperationsPaths.Overview)}?span={ValueOf(overview.Span)}">Look again</a></p>""");
            WriteTiles(page, path, overview);
            WriteSpans(page, path, overview.Span);
            page.WriteLine($"""<div class="charts">""");
            foreach (var chart in OverviewCharts.Of(overview.History))
            {
                ChartMarkup.Write(page, chart, overview.History.Step);
            }

            page.WriteLine($"</div>");
        });

    private static void WriteTiles(HtmlMarkup page, PagePath path, Overview overview)
    {
        var poison = overview.Poison.Values.Sum();
        page.WriteLine($"""<dl class="tiles">""");
        WriteTile(
            page,
            "Freshness",
            overview.Behind < TimeSpan.FromSeconds(1) ? "Up to date" : string.Create(CultureInfo.InvariantCulture, $"{overview.Behind.TotalSeconds:N0} s behind"),
            "age of the oldest change that readers do not see yet",
            overview.Behind <= MaxBehind ? "good" : "bad");
        WriteTile(page, "Projection", overview.IsPassing ? "A pass is under way" : "At rest",
            overview.FeedsFilling > 0 ? OperationsMarkup.Count(overview.FeedsFilling, "feed is being filled", "feeds are being filled") : "", "");
        page.Write($"""<div><dt>Next release or expiry</dt><dd>""").WriteMoment(overview.NextDue);
        page.WriteLine($"</dd></div>");
        WriteTile(page, "Messages waiting", overview.Waiting.Values.Sum().ToString("N0", CultureInfo.InvariantCulture), string.Join(", ", overview.Waiting.Keys), "");
        WriteLinked(page, path.To(OperationsPaths.Poison), "Poison messages", poison, string.Join(", ", overview.Poison.Keys));
        WriteLinked(page, path.To(OperationsPaths.SetAside), "Input set aside", overview.SetAside, overview.SetAside == SetAsideLines.MaxShown ? "or more" : "");
        WriteTile(page, "Erasures under way", overview.Erasing.ToString(CultureInfo.InvariantCulture), "", overview.Erasing > 0 ? "waits" : "good");
        page.WriteLine($"</dl>");
    }

    private static void WriteTile(HtmlMarkup page, string name, string value, string note, string kind)
    {
        page.Write($"""<div class="{kind}"><dt>{name}</dt><dd>{value}</dd>""");
        page.WriteLine($"""<dd>{note}</dd></div>""");
    }

    private static void WriteLinked(HtmlMarkup page, string link, string name, int count, string note) =>
        page.WriteLine($"""<div class="{(count > 0 ? "bad" : "good")}"><dt>{name}</dt><dd><a href="{link}">{(count > 0 ? count.ToString("N0", CultureInfo.InvariantCulture) : "None")}</a></dd><dd>{note}</dd></div>""");

    private static void WriteSpans(HtmlMarkup page, PagePath path, OverviewSpan current)
    {
        page.Write($"""<h2>How it went</h2><nav class="spans" aria-label="How far back">""");
        foreach (var (span, value, title) in Spans)
        {
            if (span == current)
            {
                page.Write($"""<a class="button" aria-current="true" href="{path.To(OperationsPaths.Overview)}?span={value}">{title}</a> """);
            }
            else
            {
                page.Write($"""<a class="button" href="{path.To(OperationsPaths.Overview)}?span={value}">{title}</a> """);
            }
        }

        page.WriteLine($"</nav>");
    }

    private static string ValueOf(OverviewSpan span) => Spans.First(known => known.Span == span).Value;
}
