using System.Globalization;

namespace Newswire.Formats.Html.Operations;

/// <summary>Draws charts: as a picture, in a sentence for those who do not see it, and as a table. Pure.</summary>
internal static class ChartMarkup
{
    // The picture is scaled to its place, so these are no pixels; words stand beside it, where scaling cannot shrink them.
    private const int Width = 1440;
    private const int Height = 240;

    /// <summary>The chart.</summary>
    public static void Write(HtmlMarkup page, Chart chart, TimeSpan step)
    {
        page.WriteLine($"""<figure class="chart"><figcaption>{chart.Title}</figcaption>""");
        if (chart.IsEmpty)
        {
            page.WriteLine($"""<p class="count">Nothing was measured in this time.</p></figure>""");
            return;
        }

        WriteLegend(page, chart);
        page.Write($"""<p class="scale">{Number(chart.Highest)} {chart.Unit}</p>""");
        WritePicture(page, chart);
        page.WriteLine($"""<p class="ends"><span>{Moment(chart.Bars[0].At)}</span><span>{Moment(chart.Bars[^1].At + step)}</span></p>""");
        WriteTable(page, chart);
        page.WriteLine($"</figure>");
    }

    private static void WriteLegend(HtmlMarkup page, Chart chart)
    {
        page.Write($"""<ul class="legend">""");
        for (var i = 0; i < chart.Series.Count; i++)
        {
            page.Write($"""<li class="part{i}">{chart.Series[i]}</li>""");
        }

        page.WriteLine($"</ul>");
    }

    private static void WritePicture(HtmlMarkup page, Chart chart)
    {
        page.Write($"""<svg role="img" aria-label="{Summary(chart)}" viewBox="0 0 {Width} {Height}" preserveAspectRatio="none">""");
        var highest = chart.Highest;
        for (var i = 0; i < chart.Bars.Count; i++)
        {
            var left = i * Width / chart.Bars.Count;
            var right = (i + 1) * Width / chart.Bars.Count;
            var below = 0d;
            for (var part = 0; part < chart.Series.Count; part++)
            {
                var bottom = Height - (int)Math.Round(below / highest * Height);
                below += chart.Bars[i].Values[part];
                var top = Height - (int)Math.Round(below / highest * Height);
                if (chart.Bars[i].Values[part] > 0)
                {
                    // What there is can be seen, however little it is.
                    page.Write($"""<rect class="part{part}" x="{left + 1}" y="{Math.Min(top, bottom - 3)}" width="{Math.Max(1, right - left - 2)}" height="{Math.Max(3, bottom - top)}"/>""");
                }
            }
        }

        page.WriteLine($"</svg>");
    }

    private static void WriteTable(HtmlMarkup page, Chart chart)
    {
        page.WriteLine($"<details><summary>{chart.Title} as a table</summary>");
        page.BeginTable(chart.Title, ["From (UTC)", .. chart.Series]);
        foreach (var (at, values) in chart.Bars.Where(bar => bar.Values.Sum() > 0).Reverse())
        {
            page.Write($"""<tr><th scope="row">{Moment(at)}</th>""");
            foreach (var value in values)
            {
                page.Write($"""<td class="number">{Number(value)}</td>""");
            }

            page.WriteLine($"</tr>");
        }

        page.EndTable();
        page.WriteLine($"</details>");
    }

    private static string Summary(Chart chart) => chart.Series.Count == 1
        ? $"At most {Number(chart.Highest)} {chart.Unit}."
        : $"{string.Join(", ", chart.Series.Select((name, i) => $"{Number(chart.SumOf(i))} {name}"))}; at most {Number(chart.Highest)} {chart.Unit} in one bar.";

    private static string Number(double number) =>
        number.ToString(number is > 0 and < 10 && number != Math.Floor(number) ? "0.##" : "N0", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("d MMM, HH:mm", CultureInfo.InvariantCulture);
}
