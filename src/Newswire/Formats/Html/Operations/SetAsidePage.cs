using Newswire.Operations.Failures;

namespace Newswire.Formats.Html.Operations;

/// <summary>Input that could not be read, with the reason, <c>/newsroom/set-aside</c>. Pure.</summary>
public static class SetAsidePage
{
    /// <summary>The page.</summary>
    /// <param name="context">Where and for whom.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="hasMore">Whether there are more than these.</param>
    public static byte[] Write(OperationsContext context, IReadOnlyList<SetAsideLine> lines, bool hasMore) => OperationsFrame.Write(
        context,
        "Input set aside",
        (page, _) =>
        {
            if (lines.Count == 0)
            {
                page.WriteLine($"<p>Nothing was set aside: every line of the catalog was read.</p>");
                return;
            }

            page.BeginTable("Lines set aside", "Where in the catalog", "Bytes", OperationsText.Reason);
            foreach (var line in lines)
            {
                page.WriteLine($"""<tr><th scope="row"><code>{line.Name}</code></th><td class="number">{line.LengthBytes}</td><td>{line.Reason ?? "This version can read it: a rebuild takes it in."}</td></tr>""");
            }

            page.EndTable();
            if (hasMore)
            {
                page.WriteLine($"<p>There are more; these are the oldest.</p>");
            }
        },
        "Lines of the catalog that are no change this version knows. They never stop a pass; what is in them is in the container catalog-rejected and is shown nowhere.");
}
