using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.TestKit;

namespace Newswire.Tests.Formats;

/// <summary>The cases of the corpus by file; the folder is the section of the format's specification.</summary>
internal static class FormatCases
{
    private static readonly Publication Bare = new()
    {
        Title = "The Example Times",
        BaseUrl = "https://syndication.example",
        TagAuthority = "news.example,2026",
    };

    private static readonly FeedHead Head = Some.FeedHead(publication: Bare);

    private static readonly Article Plain =
        Some.Article(body: "", authors: [], topics: []);

    private static readonly Article WithoutStandfirst = Plain with { Standfirst = null, Body = "<p>It opened.</p>" };

    private static readonly Article Special = Plain with
    {
        Headline = "R&D <fund> \"grows\" > 5%",
        Standfirst = "1 < 2 & \"3\" > 2",
        Url = "https://news.example/?a=1&b=2",
    };

    private static readonly Article Pictured = Plain with
    {
        Featured = Some.Picture(credits: ["Mei Tanaka", "Harbour Press"]),
        Pictures =
        [
            Some.Picture("https://news.example/ferry.png", 640, 480, "image/png", 9876, "The \"last\" ferry & crew."),
            Some.Picture(),
        ],
    };

    private static readonly Article PicturedVaguely = Plain with
    {
        Featured = new Picture { Url = "https://news.example/a.jpg?w=1&h=2" },
    };

    private static readonly Article PicturedWithoutLength = Plain with { Featured = Some.Picture(lengthBytes: null) };

    private static readonly Article OtherLanguage = Plain with { Headline = "Y bont yn agor", Language = "cy" };

    private static readonly Article OtherRights = Plain with { Rights = "© Harbour Press & others" };

    private static readonly Article Bylined = Plain with
    {
        Authors = [new("Ada Okafor", "https://news.example/ada"), new("Jürgen \"JW\" Weiß")],
    };

    private static readonly Article Filed = Plain with { Topics = [new("Transport"), new("Arts & \"Culture\"")] };

    private static readonly Article Bodied = Plain with
    {
        Body = "<p>The “bridge” opened on <b>Monday</b> 🌉.</p>",
    };

    private static readonly Article BodyEndsSection = Plain with { Body = "<pre>a[b[0]]>c\r\n]]]]></pre>" };

    private static readonly Article Unclean = Plain with
    {
        Headline = "Bell\u0007 half \uD83C surrogate \uFFFF",
        Body = "<p>\u0000\uFFFE\uDF09</p>",
    };

    public static readonly IReadOnlyDictionary<string, FormatCase> All = new Dictionary<string, FormatCase>
    {
        ["rss/channel/complete.rss"] = new("Everything a publication has to say of itself.", Some.FeedHead()),
        ["rss/channel/least.rss"] = new("Without rights, logo, site and entries.", Head),
        ["rss/channel/special-characters.rss"] = new(
            "Plain text has numeric references.",
            Some.FeedHead(title: "R&D <fund>", publication: Some.Publication() with { Rights = "© Times & <sons>" })),
        ["rss/item/special-characters.rss"] =
            Of("Plain text has numeric references, a link the named ones; the description is HTML.", Special),
        ["rss/item/content-and-description.rss"] = Of("The body in CDATA, after the standfirst.", Bodied),
        ["rss/item/no-standfirst.rss"] = Of("An empty description stands before the content.", WithoutStandfirst),
        ["rss/item/body-ends-cdata.rss"] =
            Of("The mark that ends a CDATA section, and a carriage return.", BodyEndsSection),
        ["rss/item/unclean-characters.rss"] = Of("What XML forbids becomes U+FFFD.", Unclean),
        ["rss/item/dates.rss"] = OfEdited("RFC 822 in GMT from any offset; the edit as atom:updated."),
        ["rss/item/authors.rss"] = Of("One dc:creator a name, no author.", Bylined),
        ["rss/item/categories.rss"] = Of("One category a topic.", Filed),
        ["rss/item/language.rss"] = Of("A language of its own.", OtherLanguage),
        ["rss/item/rights.rss"] = Of("Rights of its own.", OtherRights),
        ["rss/item/two.rss"] = Of("Items follow each other as they are given.", Plain, Bodied),
        ["rss/enclosure/complete.rss"] = Of("The featured picture; each picture once.", Pictured),
        ["rss/enclosure/without-length.rss"] = Of("No enclosure without its length.", PicturedWithoutLength),
        ["rss/media/unknown-facts.rss"] = Of("What is not known is left out.", PicturedVaguely),

        ["atom/4.1.1-feed/complete.atom"] = new("Everything a publication has to say of itself.", Some.FeedHead()),
        ["atom/4.1.1-feed/least.atom"] = new("Without rights, logo, site and entries.", Head),
        ["atom/4.1.1-feed/empty-is-of-the-epoch.atom"] = new(
            "An empty feed has a date too.", Head with { Name = "topics/arts", Updated = DateTimeOffset.UnixEpoch }),
        ["atom/4.1.2-entry/two.atom"] = Of("Entries follow each other as they are given.", Plain, Bodied),
        ["atom/4.1.2-entry/language.atom"] = Of("A language of its own.", OtherLanguage),
        ["atom/4.1.3-content/html.atom"] = Of("The body in CDATA, the standfirst as summary.", Bodied),
        ["atom/4.1.3-content/no-standfirst.atom"] = Of("No summary is made up.", WithoutStandfirst),
        ["atom/4.1.3-content/body-ends-cdata.atom"] =
            Of("The mark that ends a CDATA section, and a carriage return.", BodyEndsSection),
        ["atom/4.1.3-content/unclean-characters.atom"] = Of("What XML forbids becomes U+FFFD.", Unclean),
        ["atom/4.2.1-author/names.atom"] = Of("One author a name, with the page that is known.", Bylined),
        ["atom/4.2.2-category/topics.atom"] = Of("One category a topic.", Filed),
        ["atom/4.2.7-link/enclosure.atom"] = Of("The featured picture; each picture once.", Pictured),
        ["atom/4.2.7-link/enclosure-without-length.atom"] =
            Of("Length is a hint and may be absent.", PicturedWithoutLength),
        ["atom/4.2.7-link/no-enclosure-without-type.atom"] = Of("What is not known is left out.", PicturedVaguely),
        ["atom/4.2.9-published/dates.atom"] = OfEdited("Both dates in UTC from any offset."),
        ["atom/4.2.10-rights/rights.atom"] = Of("Rights of its own.", OtherRights),
        ["atom/4.2.14-title/special-characters.atom"] = Of("Plain text, escaped once.", Special),

        ["json/top-level/complete.json"] = new("", Some.FeedHead()),
        ["json/top-level/least.json"] = new("", Head),
        ["json/items/two.json"] = Of("", Plain, Bodied),
        ["json/items/special-characters.json"] = Of("", Special),
        ["json/items/content-and-summary.json"] = Of("", Bodied),
        ["json/items/unclean-characters.json"] = Of("", Unclean),
        ["json/items/dates-in-utc.json"] = OfEdited(""),
        ["json/items/authors.json"] = Of("", Bylined),
        ["json/items/tags.json"] = Of("", Filed),
        ["json/items/language.json"] = Of("", OtherLanguage),
        ["json/attachments/featured-picture-and-each-picture-once.json"] = Of("", Pictured),
        ["json/attachments/size-may-be-absent.json"] = Of("", PicturedWithoutLength),
        ["json/attachments/none-without-type.json"] = Of("", PicturedVaguely),
        ["json/extensions/rights.json"] = Of("", OtherRights),
    };

    private static FormatCase Of(string shows, params IEnumerable<Article> articles) =>
        new(shows, Head, [.. articles.Select((article, i) =>
            Some.Entry($"tag:news.example,2026:{i + 1}", Some.Morning.AddMinutes(-i), article: article))]);

    private static FormatCase OfEdited(string shows)
    {
        var published = new DateTimeOffset(2026, 1, 31, 23, 59, 59, 999, TimeSpan.FromHours(-5));
        return new(shows, Head, Some.Entry(published: published, updated: published.AddHours(30), article: Plain));
    }
}
