using System.Net;
using System.Text;
using Newswire.Feeds;

namespace Newswire.Formats.Html;

/// <summary>The page for people: every feed with the addresses of its documents. Needs neither script nor style sheet.</summary>
public static class HomePage
{
    /// <summary>The media type with its charset.</summary>
    public const string ContentType = "text/html; charset=utf-8";

    /// <summary>The page as UTF-8.</summary>
    /// <param name="publication">The publication.</param>
    /// <param name="titles">The feeds: title by name, in the order to list them in.</param>
    /// <param name="formats">The formats each feed exists in.</param>
    public static byte[] Write(
        Publication publication, IReadOnlyDictionary<string, string> titles, IReadOnlyList<IFeedFormat> formats)
    {
        var page = new StringBuilder();
        page.Append($$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{Text(publication.Title)}}: feeds</title>

            """);
        foreach (var format in formats.Where(_ => titles.ContainsKey(FeedName.Latest)))
        {
            page.Append(
                $"""<link rel="alternate" type="{MediaType(format)}" title="{Text(publication.Title)}" href="{Address(FeedName.Latest, format)}">""")
                .Append('\n');
        }

        page.Append($$"""
            <style>
            :root { color-scheme: light dark; }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid #8884; vertical-align: top; }
            th { font-weight: 600; width: 50%; }
            h2 { margin-top: 2rem; }
            td a { margin-right: .8rem; white-space: nowrap; }
            </style>
            </head>
            <body>
            <h1>{{Text(publication.Title)}}</h1>
            <p>{{Text(publication.Description)}}</p>

            """);
        if (titles.Count == 0)
        {
            page.Append("<p>No article has been published yet. The first one brings the first feeds.</p>\n");
        }
        else
        {
            page.Append("<p>Put one of these addresses into a feed reader to subscribe.</p>\n");
            AppendFeeds(page, "Everything", titles.Where(pair => pair.Key == FeedName.Latest), formats);
            AppendFeeds(page, "Topics", titles.Where(pair => FeedName.IsTopic(pair.Key)), formats);
            AppendFeeds(page, "Authors", titles.Where(pair => FeedName.IsAuthor(pair.Key)), formats);
        }

        page.Append("</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void AppendFeeds(
        StringBuilder page,
        string heading,
        IEnumerable<KeyValuePair<string, string>> feeds,
        IReadOnlyList<IFeedFormat> formats)
    {
        var rows = feeds.ToList();
        if (rows.Count == 0)
        {
            return;
        }

        page.Append($"<h2>{heading}</h2>\n<table>\n");
        foreach (var (feed, title) in rows)
        {
            page.Append($"<tr><th scope=\"row\" dir=\"auto\">{Text(title)}</th><td>");
            page.AppendJoin(' ', formats.Select(format => $"<a href=\"{Address(feed, format)}\">{Text(format.Title)}</a>"));
            page.Append("</td></tr>\n");
        }

        page.Append("</table>\n");
    }

    // Relative, so that the page works under whatever host it is reached.
    private static string Address(string feed, IFeedFormat format) => Text(FeedAddresses.Path(feed, format.Extension));

    private static string MediaType(IFeedFormat format) => format.ContentType.Split(';')[0];

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
