using System.Text.Json.Nodes;
using Newswire.Feeds;

namespace Newswire.Formats.Html.Developers;

/// <summary>The surface described for people, <c>/developers</c>: an OpenAPI document as a page without a script. Pure.</summary>
public static class DevelopersPage
{
    /// <summary>The path below the base URL.</summary>
    public const string Path = "/developers";

    /// <summary>Where the document is.</summary>
    public const string DocumentPath = "/openapi.json";

    /// <summary>The media type with its charset.</summary>
    public const string ContentType = "text/html; charset=utf-8";

    private static readonly string Style = EmbeddedText.Of("page.css") + EmbeddedText.Of("developers.css");

    private static readonly string Policy =
        $"default-src 'none'; style-src {PageSecurity.Hash(Style)}; base-uri 'none'; form-action 'none'";

    /// <summary>The value of the header <c>Content-Security-Policy</c>: exactly this style, no script, no frame, no request.</summary>
    public static string ContentSecurityPolicy { get; } = Policy + "; frame-ancestors 'none'";

    /// <summary>The page as UTF-8, to be sent with <see cref="ContentSecurityPolicy"/>.</summary>
    /// <param name="publication">Whose surface it is.</param>
    /// <param name="document">OpenAPI 3.1, with one server.</param>
    public static byte[] Write(Publication publication, JsonObject document)
    {
        var surface = new DescribedSurface(document);
        var path = new PagePath(Path);
        var frame = new PageFrame(publication, path);
        var page = new HtmlMarkup();
        WriteHead(page, publication);
        page.WriteLine($"""<a class="skip" href="#main">To the operations</a>""");
        frame.WriteMasthead(page);
        page.WriteLine($"""<div class="columns">""");
        WriteContents(page, surface);
        page.WriteLine($"""<main class="developers" id="main">""");
        WriteIntro(page, surface, path);
        WriteOperations(page, surface);
        page.WriteLine($"</main></div>");
        frame.WriteFoot(page);
        page.WriteLine($"</body>\n</html>");
        return page.ToUtf8();
    }

    private static void WriteHead(HtmlMarkup page, Publication publication)
    {
        page.WriteLine($"""
            <!DOCTYPE html>
            <html lang="{PageText.Language}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>For developers: {publication.Title}</title>
            <meta name="description" content="Every request that this publication's syndication answers.">
            <link rel="canonical" href="{FeedAddresses.Absolute(publication, Path)}">
            """);
        page.Write($"<style>");
        page.WriteRaw(Style);
        page.WriteLine($"</style>\n</head>\n<body>");
    }

    private static void WriteContents(HtmlMarkup page, DescribedSurface surface)
    {
        page.WriteLine($"""<nav class="contents" aria-label="Operations">""");
        foreach (var (index, (tag, _)) in surface.Tags.Index())
        {
            page.WriteLine($"""<h2><a href="#group-{index}">{tag}</a></h2><ul>""");
            foreach (var operation in surface.OperationsOf(tag))
            {
                page.WriteLine($"""<li><a href="#{operation.Id}"><b class="method">{operation.Method}</b> {operation.Summary}</a></li>""");
            }

            page.WriteLine($"</ul>");
        }

        page.WriteLine($"""<h2><a href="#schemas">What is sent and answered</a></h2></nav>""");
    }

    private static void WriteIntro(HtmlMarkup page, DescribedSurface surface, PagePath path)
    {
        page.WriteLine($"""<div class="intro"><h1>For developers</h1>""");
        MarkdownText.WriteParagraphs(page, (string)surface.Info["description"]!);
        page.WriteLine($"""<p><a href="{path.To(DocumentPath)}">The same as an OpenAPI 3.1 document</a>, for tools and generators.</p>""");
        page.WriteLine($"</div>");
    }

    private static void WriteOperations(HtmlMarkup page, DescribedSurface surface)
    {
        var schemas = new SchemaMarkup(surface);
        var operations = new OperationMarkup(surface);
        foreach (var (index, (tag, description)) in surface.Tags.Index())
        {
            page.WriteLine($"""<section class="group" id="group-{index}"><h2>{tag}</h2>""");
            MarkdownText.WriteParagraphs(page, description);
            foreach (var operation in surface.OperationsOf(tag))
            {
                operations.Write(page, operation);
            }

            page.WriteLine($"</section>");
        }

        page.WriteLine($"""<section class="group" id="schemas"><h2>What is sent and answered</h2>""");
        foreach (var (name, schema) in surface.Schemas)
        {
            schemas.WriteNamed(page, name, schema);
        }

        page.WriteLine($"</section>");
    }
}
