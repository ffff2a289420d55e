namespace Newswire.Formats.Html.Operations;

/// <summary>A key just made, the only time that it is shown. Pure.</summary>
public static class NewKeyPage
{
    /// <summary>The page.</summary>
    /// <param name="context">Where and for whom.</param>
    /// <param name="owner">Whose key it is, as people call them.</param>
    /// <param name="id">The key's id.</param>
    /// <param name="secret">The key.</param>
    /// <param name="back">Where to go from here, below the base URL.</param>
    public static byte[] Write(OperationsContext context, string owner, string id, string secret, string back) => OperationsFrame.Write(
        context,
        "A key for " + owner,
        (page, path) => page.WriteLine($"""
            <p>Hand it over on a way that nobody else reads. It is not shown again and not kept anywhere; whoever loses it gets another.</p>
            <p class="secret"><code>{secret}</code></p>
            <p>It is listed as <code>{id}</code>.</p>
            <p class="acts"><a class="button" href="{path.To(back)}">Done</a></p>
            """));
}
