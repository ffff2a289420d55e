using Ganss.Xss;

namespace Newswire.Articles.Html;

/// <summary>
/// The lock behind <see cref="BodyWriter"/>: a sanitizer that knows the writer's vocabulary and nothing else. The writer
/// leaves it nothing to remove, which keeps it fast; a fault in the writer meets it and stops here.
/// </summary>
internal static class NewsSanitizer
{
    // Sanitising does not change the instance, so that all threads share it (its options are set once, here).
    private static readonly HtmlSanitizer Sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = Set(
            "p h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote q cite a em strong b i u s sub sup small mark abbr time code pre br"
            + " hr figure figcaption img table caption thead tbody tfoot tr th td"),
        AllowedAttributes = Set("href title rel lang dir src alt width height colspan rowspan scope datetime start reversed"),
        AllowedSchemes = Set("http https mailto tel"),
        UriAttributes = Set("href src"),
    });

    /// <summary>The body with everything removed that is not on the lists above.</summary>
    public static string Sanitize(string body) => Sanitizer.Sanitize(body);

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
