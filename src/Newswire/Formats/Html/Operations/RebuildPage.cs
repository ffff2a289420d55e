using System.Globalization;
using Newswire.Projection.Generations;

namespace Newswire.Formats.Html.Operations;

/// <summary>Where everything readers get is made anew from the catalog, or compared with it, <c>/newsroom/rebuild</c>. Pure.</summary>
public static class RebuildPage
{
    private const int MaxDifferences = 50;

    /// <summary>The page.</summary>
    /// <param name="context">Where and for whom.</param>
    /// <param name="record">Which projections there are.</param>
    /// <param name="progress">How far the one has come that is being built; null when none is.</param>
    public static byte[] Write(OperationsContext context, GenerationRecord record, RebuildProgress? progress) => OperationsFrame.Write(
        context,
        OperationsText.Rebuild,
        (page, path) =>
        {
            if (record.Building is { } building)
            {
                WriteBuilding(page, path, building, progress);
            }
            else
            {
                page.WriteLine($"""
                    <p class="acts">
                    <a class="button" href="{path.To(OperationsPaths.BeginVerify)}">Compare with the catalog …</a>
                    <a class="button" href="{path.To(OperationsPaths.BeginRebuild)}">Rebuild …</a>
                    </p>
                    """);
            }

            WriteLast(page, record.Last);
        },
        "Everything readers get can be made again from the catalog: beside what is served, which goes on as ever, and then in its place, from one moment to the next.");

    private static void WriteBuilding(HtmlMarkup page, PagePath path, Building building, RebuildProgress? progress)
    {
        page.WriteLine($"<h2>{(building.Purpose == BuildPurpose.Verify ? "A comparison is under way" : "A rebuild is under way")}</h2>");
        page.Write($"<p>Since ").WriteMoment(building.Started);
        page.WriteLine($"""; it is generation {building.Number}. <a href="{path.To(OperationsPaths.Rebuild)}">Look again</a></p>""");
        if (progress is { TotalBytes: > 0 })
        {
            var share = Math.Clamp((double)progress.DoneBytes / progress.TotalBytes, 0, 1);
            page.WriteLine($"""
                <p><label class="progress"><progress value="{((int)(share * 1000)).ToString(CultureInfo.InvariantCulture)}" max="1000"></progress>
                {share.ToString("P1", CultureInfo.InvariantCulture)} of {(progress.TotalBytes / 1e6).ToString("N1", CultureInfo.InvariantCulture)} MB of the catalog</label></p>
                """);
        }

        page.WriteLine($"""<p class="acts"><a class="button final" href="{path.To(OperationsPaths.AbandonRebuild)}">Give it up …</a></p>""");
    }

    private static void WriteLast(HtmlMarkup page, BuildOutcome? last)
    {
        if (last is null)
        {
            return;
        }

        var (kind, word) = last switch
        {
            { End: BuildEnd.Abandoned } => ("quiet", "Given up"),
            { End: BuildEnd.Verified, Differences.Count: > 0 } => ("bad", OperationsMarkup.Count(last.Differences.Count, "document differs", "documents differ")),
            { End: BuildEnd.Verified } => ("good", "No document differs"),
            _ => ("good", "Served"),
        };
        page.Write($"<h2>The last one</h2><dl class=\"facts\"><div><dt>Outcome</dt><dd>").WriteMark(kind, word);
        page.Write($"</dd></div><div><dt>Begun</dt><dd>").WriteMoment(last.Building.Started);
        page.Write($"</dd></div><div><dt>Ended</dt><dd>").WriteMoment(last.Ended);
        page.WriteLine($"</dd></div></dl>");
        if (last.Differences.Count == 0)
        {
            return;
        }

        page.BeginTable("Documents that differ", "Document", "How");
        foreach (var difference in last.Differences.Take(MaxDifferences))
        {
            page.WriteLine($"""<tr><th scope="row"><code>{difference.Document}</code></th><td>{difference.Kind.ToString()}</td></tr>""");
        }

        page.EndTable();
    }
}
