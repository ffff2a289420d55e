namespace Newswire.Formats.Html.Operations;

/// <summary>What stands around the content of every page that is made for whoever has signed in. Pure.</summary>
/// <remarks>Such pages have no script: links and forms are enough, and nothing that stands in them can ever be run.</remarks>
public static class OperationsFrame
{
    /// <summary>The media type with its charset.</summary>
    public const string ContentType = "text/html; charset=utf-8";

    private static readonly string Style =
        EmbeddedText.Of("page.css") + EmbeddedText.Of("newsroom.css") + EmbeddedText.Of("operations.css");

    private static readonly string Policy =
        $"default-src 'none'; style-src {PageSecurity.Hash(Style)}; base-uri 'none'; form-action 'self'";

    private static readonly IReadOnlyList<(string Path, string Title)> Rooms =
    [
        (OperationsPaths.Overview, OperationsText.Overview),
        (OperationsPaths.Articles, OperationsText.Articles),
        (OperationsPaths.Feeds, OperationsText.Feeds),
        (OperationsPaths.Partners, OperationsText.Partners),
        (OperationsPaths.Usage, OperationsText.Usage),
        (OperationsPaths.Preview, OperationsText.Preview),
        (OperationsPaths.SetAside, OperationsText.SetAside),
        (OperationsPaths.Poison, OperationsText.Poison),
        (OperationsPaths.Keys, OperationsText.Keys),
        (OperationsPaths.Audit, OperationsText.Audit),
        (OperationsPaths.Rebuild, OperationsText.Rebuild),
    ];

    /// <summary>
    /// The value of the header <c>Content-Security-Policy</c>: exactly this style, forms to its own host, no frame around it,
    /// and nothing else, scripts and pictures included.
    /// </summary>
    public static string ContentSecurityPolicy { get; } = Policy + "; frame-ancestors 'none'";

    /// <summary>The page as UTF-8, to be sent with <see cref="ContentSecurityPolicy"/>.</summary>
    /// <param name="context">Where and for whom.</param>
    /// <param name="title">What the page is called.</param>
    /// <param name="main">Writes its main part behind the heading.</param>
    /// <param name="intro">A sentence or two below the heading; null for none.</param>
    internal static byte[] Write(
        OperationsContext context, string title, Action<HtmlMarkup, PagePath> main, string? intro = null)
    {
        var path = new PagePath(context.Path);
        var frame = new PageFrame(context.Publication, path);
        var page = new HtmlMarkup();
        page.WriteLine($"""
            <!DOCTYPE html>
            <html lang="{PageText.Language}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <meta name="referrer" content="same-origin">
            <title>{title}: {context.Publication.Title}</title>
            """);
        page.Write($"<style>");
        page.WriteRaw(Style);
        page.WriteLine($"</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">{OperationsText.SkipToContent}</a>");
        frame.WriteMasthead(page);
        if (context.KeyName is { } keyName)
        {
            WriteRooms(page, path, keyName);
        }

        page.WriteLine($"""
            <main class="newsroom operations" id="main" tabindex="-1">
            <h1 dir="auto">{title}</h1>
            """);
        if (intro is not null)
        {
            page.WriteLine($"""<p class="lead">{intro}</p>""");
        }

        main(page, path);
        page.WriteLine($"</main>");
        frame.WriteFoot(page);
        page.WriteLine($"</body>\n</html>");
        return page.ToUtf8();
    }

    private static void WriteRooms(HtmlMarkup page, PagePath path, string keyName)
    {
        page.WriteLine($"""
            <div class="bar">
            <nav class="rooms" aria-label="{PageText.ForNewsroom}">
            """);
        foreach (var (to, title) in Rooms)
        {
            // A page below a room says which room it is in, and leads back to it.
            var current = path.Value == to ? "page"
                : to != OperationsPaths.Overview && path.Value.StartsWith(to + "/", StringComparison.Ordinal) ? "true"
                : null;
            if (current is null)
            {
                page.WriteLine($"""<a href="{path.To(to)}">{title}</a>""");
            }
            else
            {
                page.WriteLine($"""<a href="{path.To(to)}" aria-current="{current}">{title}</a>""");
            }
        }

        page.WriteLine($"""
            </nav>
            <form class="leave" aria-label="{OperationsText.SignOut}" method="post" action="{path.To(OperationsPaths.SignOut)}">
            <span>{OperationsText.SignedInWith} <bdi>{keyName}</bdi></span>
            <button class="quiet">{OperationsText.SignOut}</button>
            </form>
            </div>
            """);
    }
}
