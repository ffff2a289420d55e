using System.Net;
using System.Text.RegularExpressions;
using Newswire.Articles;
using Newswire.Articles.Html;

namespace Newswire.Importing.WordPress;

/// <summary>What WordPress makes of a post's content when it shows it, as far as that can be known from outside.</summary>
/// <param name="Html">The body.</param>
/// <param name="Pictures">What is known of the pictures in it beside what it says itself.</param>
/// <param name="Losses">What of it is missing, a sentence each.</param>
internal sealed partial record WordPressContent(string Html, IReadOnlyList<Picture> Pictures, IReadOnlyList<string> Losses)
{
    private const RegexOptions LinearTime =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Reads blocks, or the text of the classic editor.</summary>
    /// <param name="content">What stands in the editor.</param>
    /// <param name="post">The post's number, for galleries of what was uploaded to it.</param>
    /// <param name="library">What it may refer to.</param>
    public static WordPressContent Read(string content, string? post, WordPressLibrary library)
    {
        List<string> losses = [];
        var text = content.ReplaceLineEndings("\n");
        text = ReusableBlock().Replace(text, match => Block(match.Groups["id"].Value, library, losses));
        if (ServerBlock().Match(text) is { Success: true } made)
        {
            losses.Add($"The block '{made.Groups["name"].Value}' is made by the site when it is shown, and is missing.");
        }

        text = new Shortcodes(post, library, losses).Replace(text);
        text = BareAddress().Replace(text, match =>
        {
            var address = Markup.Of(WebUtility.HtmlDecode(match.Groups["url"].Value));
            return $"{match.Groups["before"].Value}<a href=\"{address}\">{address}</a>{match.Groups["after"].Value}";
        });

        // Only the classic editor leaves paragraphs to be made of blank lines.
        var isClassic = !text.Contains("<!-- wp:", StringComparison.Ordinal);
        text = Comment().Replace(text, "");
        text = isClassic ? ClassicParagraphs.Make(text) : BlankRun().Replace(text, "\n").Trim();
        return new WordPressContent(text, Known(text, library), losses);
    }

    private static string Block(string id, WordPressLibrary library, List<string> losses)
    {
        if (library.BlockOf(id) is { } content)
        {
            return content;
        }

        losses.Add($"The reusable block {id} is not in the export, and is missing.");
        return "";
    }

    private static List<Picture> Known(string html, WordPressLibrary library)
    {
        List<Picture> known = [];
        foreach (Match match in ImageTag().Matches(html))
        {
            // A body that was written by WordPress names the number of a picture in its class.
            if (ImageNumber().Match(match.Value) is { Success: true } number
                && library.PictureOf(number.Groups["id"].Value) is { Credits.Count: > 0 } or { Rights: not null }
                && library.PictureOf(number.Groups["id"].Value) is { } picture
                && Source().Match(match.Value) is { Success: true } source
                && WebAddress.Resolve(WebUtility.HtmlDecode(source.Groups["url"].Value), new Uri(picture.Url)) is { } shown)
            {
                // Of the file in the body little is known: it is often smaller than the one in the library.
                known.Add(shown == picture.Url
                    ? picture with { Caption = null, Alt = null }
                    : new Picture { Url = shown, Credits = picture.Credits, Rights = picture.Rights });
            }
        }

        return [.. known.DistinctBy(picture => picture.Url, StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"<!-- wp:block \{""ref"":(?<id>\d{1,18})\} /-->", LinearTime)]
    private static partial Regex ReusableBlock();

    [GeneratedRegex(@"<!-- wp:(?<name>latest-posts|latest-comments|query|archives|calendar|categories|tag-cloud|rss|search|[a-z0-9-]+/[a-z0-9-]+)( \{[^\n]*\})? /-->", LinearTime)]
    private static partial Regex ServerBlock();

    [GeneratedRegex(@"<!--.*?-->", LinearTime | RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\n\s*\n", LinearTime)]
    private static partial Regex BlankRun();

    [GeneratedRegex(@"(?<before>^|\n|<p>)[ \t]*(?<url>https?://[^\s<>""\[\]]+)[ \t]*(?<after>$|\n|</p>)", LinearTime)]
    private static partial Regex BareAddress();

    [GeneratedRegex(@"<img\b[^>]*>", LinearTime | RegexOptions.IgnoreCase)]
    private static partial Regex ImageTag();

    [GeneratedRegex(@"\bwp-image-(?<id>\d{1,18})\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ImageNumber();

    [GeneratedRegex(@"\ssrc\s*=\s*[""'](?<url>[^""']+)[""']", LinearTime | RegexOptions.IgnoreCase)]
    private static partial Regex Source();
}
