namespace Newswire.Formats.Html.Operations;

/// <summary>A page that says one thing: that there is nothing here, that something was refused, that storage is away. Pure.</summary>
public static class MessagePage
{
    /// <summary>The page.</summary>
    /// <param name="context">Where and for whom.</param>
    /// <param name="title">What it says.</param>
    /// <param name="detail">And what to do.</param>
    /// <param name="back">Where to go from here, below the base URL.</param>
    public static byte[] Write(OperationsContext context, string title, string detail, string back) => OperationsFrame.Write(
        context,
        title,
        (page, path) => page.WriteLine($"""<p class="acts"><a class="button" href="{path.To(back)}">Go on</a></p>"""),
        detail);
}
