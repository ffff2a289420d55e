using System.Net;
using System.Text.RegularExpressions;
using Newswire.Articles.Html;

namespace Newswire.Importing.Feeds;

/// <summary>
/// Makes the addresses in a body absolute. A submission's relative addresses start at the article; those of a feed start where
/// the feed says.
/// </summary>
internal static partial class AbsoluteMarkup
{
    /// <summary>The body, relative addresses of links and pictures replaced; as it is when both starts are the same.</summary>
    public static string? Of(string? html, Uri? from, string? article)
    {
        if (html is null || from is null || from.AbsoluteUri == article)
        {
            return html;
        }

        return Addresses().Replace(html, match =>
        {
            var sent = WebUtility.HtmlDecode(match.Groups["address"].Value);
            var relative = sent.Length > 0 && sent[0] != '#' && !Uri.TryCreate(sent, UriKind.Absolute, out _);
            return (relative || sent.StartsWith('/')) && WebAddress.Resolve(sent, from) is { } absolute
                ? $"{match.Groups["name"].Value}=\"{Markup.Of(absolute)}\""
                : match.Value;
        });
    }

    [GeneratedRegex(
        """\b(?<name>href|src|poster)\s*=\s*(?<quote>["'])(?<address>[^"'<>]*)["']""",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Addresses();
}
