using System.Text.RegularExpressions;

namespace Newswire.Articles;

/// <summary>Language tags (BCP 47).</summary>
public static partial class LanguageTag
{
    /// <summary>Whether the text is a well-formed tag of RFC 5646 §2.1, the irregular ones of the past excepted.</summary>
    public static bool IsWellFormed(string text) => text.Length <= 100 && WellFormed().IsMatch(text);

    [GeneratedRegex(
        "^([a-z]{2,3}(-[a-z]{3}){0,3}|[a-z]{4,8})(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-[a-wyz0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WellFormed();
}
