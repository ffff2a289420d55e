using System.Globalization;
using Newswire.Articles;

namespace Newswire.Formats.Html;

/// <summary>An entry as a page for people shows it: headline, standfirst, who and when, a thumbnail.</summary>
internal static class Headline
{
    /// <summary>Writes the entry as an item of a list.</summary>
    /// <param name="page">Where to write.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="language">The language of what has none of its own.</param>
    /// <param name="isFirst">Whether it is the first of the list, which is in view at once.</param>
    public static void Write(HtmlMarkup page, Entry entry, string language, bool isFirst)
    {
        var article = entry.Article;
        language = article.Language ?? language;
        page.Write($"""
            <li><article>
            <div class="text">
            <h3 lang="{language}" dir="auto">
            """);
        WriteLink(page, article.Headline, article.Url);
        page.WriteLine($"</h3>");
        if (article.Standfirst is { Length: > 0 } standfirst)
        {
            page.WriteLine($"""<p class="standfirst" lang="{language}" dir="auto">{standfirst}</p>""");
        }

        if (article.Correction is { Length: > 0 } correction)
        {
            page.WriteLine(
                $"""<p class="correction"><strong>{PageText.Correction}:</strong> <bdi lang="{language}">{correction}</bdi></p>""");
        }

        WriteByline(page, entry);
        page.WriteLine($"</div>");
        if (article.Featured is { } picture && IsWeb(picture.Url))
        {
            WriteThumbnail(page, picture, language, isFirst);
        }

        page.WriteLine($"</article></li>");
    }

    private static void WriteByline(HtmlMarkup page, Entry entry)
    {
        page.WriteLine($"""<p class="byline">""");
        if (entry.Article.Authors is { Count: > 0 } authors)
        {
            page.Write($"<span>{PageText.By}");
            for (var i = 0; i < authors.Count; i++)
            {
                page.Write($"{(i == 0 ? " " : ", ")}<bdi>");
                WriteLink(page, authors[i].Name, authors[i].Url);
                page.Write($"</bdi>");
            }

            page.WriteLine($"</span>");
        }

        WriteTime(page, "", entry.Published);

        // To the minute, as both are shown: an edit at what reads as the same time would look like a mistake.
        if (PageText.Moment(entry.Updated) != PageText.Moment(entry.Published))
        {
            WriteTime(page, PageText.Updated + " ", entry.Updated);
        }

        if (entry.Article.Featured is { Credits.Count: > 0 } picture)
        {
            page.WriteLine($"<span>{PageText.Picture} <bdi>{string.Join(", ", picture.Credits)}</bdi></span>");
        }

        page.WriteLine($"</p>");
    }

    private static void WriteTime(HtmlMarkup page, string before, DateTimeOffset moment)
    {
        var machines = moment.UtcDateTime.ToString(DateForms.Rfc3339, CultureInfo.InvariantCulture);
        page.WriteLine($"""<span>{before}<time datetime="{machines}">{PageText.Moment(moment)}</time></span>""");
    }

    private static void WriteThumbnail(HtmlMarkup page, Picture picture, string language, bool isFirst)
    {
        page.Write($"""<img src="{picture.Url}" alt="{picture.Alt ?? picture.Caption ?? ""}" lang="{language}" """);
        if (picture is { Width: { } width, Height: { } height })
        {
            page.Write($"""width="{width}" height="{height}" """);
        }

        // The first is in view at once, and waiting for it would only make the page look slow.
        if (!isFirst)
        {
            page.Write($"""loading="lazy" """);
        }

        page.WriteLine($"""decoding="async">""");
    }

    private static void WriteLink(HtmlMarkup page, string text, string? url)
    {
        if (url is not null && IsWeb(url))
        {
            page.Write($"""<a href="{url}">{text}</a>""");
        }
        else
        {
            page.Write($"{text}");
        }
    }

    // An article promises it; a page that people click on checks again, because another scheme may be a script.
    private static bool IsWeb(string url) =>
        url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
}
