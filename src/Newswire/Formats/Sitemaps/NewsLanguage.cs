namespace Newswire.Formats.Sitemaps;

/// <summary>
/// The language codes of Google News: ISO 639 in two or three letters, except for Chinese, where the script is told by
/// <c>zh-cn</c> (simplified) or <c>zh-tw</c> (traditional).
/// </summary>
internal static class NewsLanguage
{
    private static readonly string[] Traditional = ["hant", "tw", "hk", "mo"];

    /// <summary>The code for a language tag of BCP 47.</summary>
    public static string Of(string tag)
    {
        var subtags = tag.ToLowerInvariant().Split('-');
        return subtags[0] != "zh" ? subtags[0]
            : subtags.Contains("hans") || !subtags.Any(Traditional.Contains) ? "zh-cn"
            : "zh-tw";
    }
}
