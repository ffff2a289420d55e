namespace Newswire.Formats.Html.Operations;

/// <summary>Says exactly what an act will do, before it is done. Pure.</summary>
public static class ConfirmPage
{
    /// <summary>The page.</summary>
    public static byte[] Write(OperationsContext context, Confirmation confirmation) => OperationsFrame.Write(
        context,
        confirmation.Question,
        (page, path) =>
        {
            page.WriteLine($"""
                <div class="confirm">
                <h2>What will happen</h2>
                <ul>
                """);
            foreach (var consequence in confirmation.Consequences)
            {
                page.WriteLine($"""<li dir="auto">{consequence}</li>""");
            }

            page.WriteLine($"""
                </ul>
                <p>It is written into the audit log before it is done, with the name of your key.</p>
                <form class="ask" method="post" action="{path.To(confirmation.Action)}">
                """);
            foreach (var (name, value) in confirmation.Fields)
            {
                page.WriteLine($"""<input type="hidden" name="{name}" value="{value}">""");
            }

            page.WriteLine($"""
                <button class="{(confirmation.IsFinal ? "final" : "plain")}">{confirmation.Button}</button>
                <a class="button" href="{path.To(confirmation.Back)}">{OperationsText.Cancel}</a>
                </form>
                </div>
                """);
        });
}
