using System.Globalization;
using Newswire.Articles.Html;

namespace Newswire.Partners.Profiles;

/// <summary>
/// Demands that several partners have, each answered by what is wrong, a sentence with the figures for the newsroom, or by
/// null. Characters are those of Unicode, which every language counts alike.
/// </summary>
internal static class Demand
{
    /// <summary>What is wrong, of all that was asked.</summary>
    public static IReadOnlyList<string> Unmet(params IEnumerable<string?> answers) => [.. answers.OfType<string>()];

    /// <summary>A headline of a length.</summary>
    public static string? Headline(string partner, string headline, int min, int max) =>
        Length(headline) is var length && length >= min && length <= max
            ? null
            : Say($"The headline has {length} characters; {partner} takes {min} to {max}.");

    /// <summary>Words in the body.</summary>
    public static string? Body(string partner, string body) => RunningText.Of(body).Length > 0
        ? null
        : $"The article has no text in its body; {partner} takes whole articles only.";

    /// <summary>A link that begins with <c>https</c>.</summary>
    public static string? SecureLink(string partner, string url) => SecureAddress.Is(url)
        ? null
        : $"The link does not begin with https; {partner} takes no other.";

    /// <summary>A summary of a length.</summary>
    public static string? Summary(string partner, string summary, int min) => Length(summary) is var length && length >= min
        ? null
        : Say($"Standfirst and body give a summary of {length} characters; {partner} wants {min}.");

    /// <summary>An age below a limit.</summary>
    public static string? Age(string partner, DateTimeOffset published, DateTimeOffset at, int belowDays) =>
        at - published < TimeSpan.FromDays(belowDays)
            ? null
            : Say($"The article is {(int)(at - published).TotalDays} days old; {partner} takes articles of less than {belowDays} days.");

    private static int Length(string text) => text.EnumerateRunes().Count();

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
