using System.Collections.Frozen;
using Newswire.Articles.Html;

namespace Newswire.Articles.PageImport;

/// <summary>Knows what stands on article pages without being the article: navigation, prompts, teasers, advertisements.</summary>
internal static class PageChrome
{
    private const int LongestChromeLine = 200;

    private static readonly FrozenSet<string> Elements = Set(
        "nav aside footer form button dialog script style template iframe svg input select textarea label menu amp-ad amp-sidebar"
        + " amp-social-share amp-consent amp-embed amp-analytics amp-sticky-ad");

    private static readonly FrozenSet<string> Roles = Set(
        "dialog alertdialog navigation complementary banner contentinfo search menu menubar toolbar alert status form tablist");

    private static readonly FrozenSet<string> Words = Set(
        "share sharing sharedaddy social related recommended recommendations recirculation newsletter promo promotion advert advertisement"
        + " ad ads adslot sponsored outbrain taboola comments comment breadcrumb breadcrumbs popular trending paywall subscribe"
        + " subscription signup cookie consent modal popup prompt pagination sidebar teaser teasers byline bio dateline timestamp"
        + " mostread readmore tags topics onward follow jp noprint");

    // Of a component, also what a class name would leave open.
    private static readonly FrozenSet<string> ComponentWords = Set("headline byline links topic tag tags ad share metadata standfirst");

    private static readonly string[] WordPairs =
    [
        "most read", "most viewed", "read more", "read next", "read also", "author bio", "about author", "author box", "author info",
        "sign up", "post meta", "entry meta", "article meta", "post tags", "tag list", "more stories", "see also", "skip link", "up next",
    ];

    private static readonly string[] LineStarts =
    [
        "Read more:", "Read also:", "Read next:", "See also:", "Related:", "Related articles", "Related stories", "Related content",
        "Most read", "Most popular", "Most viewed", "Sign up to ", "Sign up for ", "Subscribe to our", "Subscribe now", "Click 'OK'",
        "Click ‘OK’", "To make sure you never miss out", "Featured Image Credit:", "Topics:", "Tags:", "Share this", "Follow us on",
        "Advertisement", "Recommended for you", "More on this story", "You may also like", "You might also like", "Don't miss:",
        "Watch more:", "Get the latest", "Listen to this article", "Enable notifications", "Skip past newsletter",
    ];

    private static readonly string[] WholeLines = ["Read more", "Related", "Recommended", "Share", "Comments", "More stories", "Tags", "Topics"];

    /// <summary>True if the element and all in it is no part of the article.</summary>
    /// <param name="element">The element.</param>
    /// <param name="holdsMost">True if most of the article's words stand in it: then its class names are not believed.</param>
    public static bool IsChrome(HtmlElement element, bool holdsMost)
    {
        if (Elements.Contains(element.Name) || element["role"] is { } role && Roles.Contains(role)
            || element["hidden"] is not null || element["aria-hidden"] == "true" || element["aria-modal"] == "true")
        {
            return true;
        }

        return !holdsMost
            && (HasChromeName(element["class"]) || HasChromeName(element["id"]) || HasChromeName(element["aria-label"])
                || HasChromeName(Component(element)) || PageValues.Words(Component(element)).Any(ComponentWords.Contains)
                || MarkupFacts.IsStandfirst(element)
                || (element.Name != "p" && MetaFacts.HasToken(element["itemprop"], "author")));
    }

    /// <summary>True if a line of text is a label, a prompt or a pointer elsewhere.</summary>
    public static bool IsChromeLine(string line) =>
        line.Length <= LongestChromeLine
        && (Array.Exists(LineStarts, start => line.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            || Array.Exists(WholeLines, whole => line.Equals(whole, StringComparison.OrdinalIgnoreCase)));

    /// <summary>True if a navigation element stands between the two: headings and dates in there are other articles'.</summary>
    public static bool IsInNavigation(HtmlElement element, HtmlElement scope)
    {
        for (var above = element; above is not null && above != scope; above = above.Parent)
        {
            if (above.Name is "nav" or "aside" || above["role"] is "dialog" or "navigation" or "complementary")
            {
                return true;
            }
        }

        return false;
    }

    private static string? Component(HtmlElement element) =>
        element["data-component"] ?? element["data-testid"] ?? element["data-module"] ?? element["data-block"];

    private static bool HasChromeName(string? names)
    {
        string? before = null;
        foreach (var word in PageValues.Words(names))
        {
            if (Words.Contains(word) || (before is not null && WordPairs.Contains(before + " " + word)))
            {
                return true;
            }

            before = word;
        }

        return false;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
