using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Newswire.Articles;
using Newswire.Articles.Html;

namespace Newswire.Importing.WordPress;

/// <summary>
/// Replaces shortcodes: WordPress' own by what it shows for them, those of plugins by what stands in them. Brackets that people
/// write, such as <c>[sic]</c>, stay.
/// </summary>
/// <param name="post">The post's number.</param>
/// <param name="library">Where pictures of galleries are.</param>
/// <param name="losses">Where it is said what is missing.</param>
internal sealed partial class Shortcodes(string? post, WordPressLibrary library, List<string> losses)
{
    // Characters that no text has (Unicode: for private use) stand for brackets that are meant as such.
    private const char Open = '\ue0f0';
    private const char Close = '\ue0f1';

    private const RegexOptions LinearTime =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>The text without shortcodes.</summary>
    public string Replace(string text)
    {
        if (!text.Contains('[', StringComparison.Ordinal))
        {
            return text;
        }

        text = Escaped().Replace(text, match => $"{Open}{match.Groups["inside"].Value}{Close}");
        text = Caption().Replace(text, match => Figure(match.Groups["inside"].Value, match.Groups["attributes"].Value));
        text = Embed().Replace(text, match => Link(match.Groups["url"].Value));
        text = Gallery().Replace(text, match => Pictures(match.Groups["attributes"].Value));
        text = Media().Replace(text, match => File(match.Groups["name"].Value, match.Groups["attributes"].Value));
        text = Others(text);
        return text.Replace(Open, '[').Replace(Close, ']');
    }

    private static string Figure(string inside, string attributes)
    {
        if (Image().Match(inside) is not { Success: true } image)
        {
            return inside;
        }

        var caption = Attribute(attributes, "caption") ?? inside.Remove(image.Index, image.Length).Trim();
        return $"\n\n<figure>{image.Value.Trim()}{(caption.Length > 0 ? $"<figcaption>{caption}</figcaption>" : "")}</figure>\n\n";
    }

    private static string Link(string address)
    {
        var url = Markup.Of(WebUtility.HtmlDecode(address.Trim()));
        return $"\n\n<a href=\"{url}\">{url}</a>\n\n";
    }

    private string Pictures(string attributes)
    {
        var ids = Attribute(attributes, "ids") ?? Attribute(attributes, "include");
        IEnumerable<string> wanted = ids?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            ?? library.UploadedTo(Attribute(attributes, "id") ?? post);
        var figures = new StringBuilder("\n\n");
        foreach (var id in wanted)
        {
            if (library.PictureOf(id) is { } picture)
            {
                Append(figures, picture);
            }
            else
            {
                losses.Add($"The picture {id} of a gallery is not in the export, and is missing.");
            }
        }

        return figures.Append("\n\n").ToString();
    }

    private static void Append(StringBuilder figures, Picture picture)
    {
        figures.Append("<figure><img");
        BodyAttributes.Add(figures, "src", picture.Url);
        BodyAttributes.Add(figures, "alt", picture.Alt ?? "");
        figures.Append('>');
        if (picture.Caption is not null || picture.Credits.Count > 0)
        {
            figures.Append("<figcaption>");
            BodyAttributes.AppendText(figures, picture.Caption);
            if (picture.Credits.Count > 0)
            {
                figures.Append(" <cite>");
                BodyAttributes.AppendText(figures, string.Join(" / ", picture.Credits));
                figures.Append("</cite>");
            }

            figures.Append("</figcaption>");
        }

        figures.Append("</figure>");
    }

    private string File(string name, string attributes)
    {
        foreach (var source in (string[])["src", "mp4", "webm", "m4v", "ogv", "mp3", "m4a", "ogg", "wav"])
        {
            if (Attribute(attributes, source) is { } address)
            {
                return Link(address);
            }
        }

        losses.Add($"What [{name}] plays is not named in the export, and is missing.");
        return "";
    }

    /// <summary>
    /// What a plugin would replace: a name in brackets that has attributes or an end. Nobody outside of the site knows by what.
    /// </summary>
    private string Others(string text)
    {
        var ended = End().Matches(text).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        HashSet<string> unknown = new(StringComparer.Ordinal);
        text = Tag().Replace(text, match =>
        {
            var name = match.Groups["name"].Value;
            if (!ended.Contains(name) && !Assignment().IsMatch(match.Groups["attributes"].Value))
            {
                return match.Value;
            }

            unknown.Add(name);
            return "";
        });
        losses.AddRange(unknown.Order(StringComparer.Ordinal).Select(name => $"What the site shows for the shortcode [{name}] is not known; what stands in it is kept."));
        return text;
    }

    private static string? Attribute(string attributes, string name)
    {
        foreach (Match match in Assignment().Matches(WebUtility.HtmlDecode(attributes)))
        {
            if (match.Groups["name"].Value == name)
            {
                return match.Groups["value"].Value.Trim('"', '\'') is { Length: > 0 } value ? value : null;
            }
        }

        return null;
    }

    [GeneratedRegex(@"\[\[(?<inside>[a-z][^\[\]]*)\]\]", LinearTime)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"\[(caption|wp_caption)\b(?<attributes>[^\]]*)\](?<inside>.*?)\[/(caption|wp_caption)\]", LinearTime | RegexOptions.Singleline)]
    private static partial Regex Caption();

    [GeneratedRegex(@"(<a\b[^>]*>\s*)?<img\b[^>]*>(\s*</a>)?", LinearTime | RegexOptions.IgnoreCase)]
    private static partial Regex Image();

    [GeneratedRegex(@"\[embed\b[^\]]*\](?<url>[^\[\]<>""]*)\[/embed\]", LinearTime)]
    private static partial Regex Embed();

    [GeneratedRegex(@"\[gallery\b(?<attributes>[^\]]*)\]", LinearTime)]
    private static partial Regex Gallery();

    [GeneratedRegex(@"\[(?<name>audio|video|playlist)\b(?<attributes>[^\]]*)\](\[/(audio|video)\])?", LinearTime)]
    private static partial Regex Media();

    [GeneratedRegex(@"\[/?(?<name>[a-zA-Z][a-zA-Z0-9_-]{1,60})(?<attributes>(\s[^\[\]]*)?)\]", LinearTime)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\[/(?<name>[a-zA-Z][a-zA-Z0-9_-]{1,60})\]", LinearTime)]
    private static partial Regex End();

    [GeneratedRegex(@"(?<name>[a-zA-Z0-9_-]+)\s*=\s*(?<value>""[^""]*""|'[^']*'|[^\s""'\]]+)", LinearTime)]
    private static partial Regex Assignment();
}
