namespace Newswire.Formats.Html.Operations;

/// <summary>Where everything is made anew from the catalog, <c>/newsroom/rebuild</c>. Pure.</summary>
public static class RebuildPage
{
    /// <summary>The page while rebuilding is not built into this host.</summary>
    public static byte[] Write(OperationsContext context) => OperationsFrame.Write(
        context,
        OperationsText.Rebuild,
        (page, _) => page.WriteLine($"<p>Everything readers get can be made again from the catalog. That is done on the command line.</p>"));
}
