using Newswire.Articles;
using Newswire.Articles.Html;
using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Formats.Ninjs;
using Newswire.TestKit;
using static Newswire.Tests.Formats.CorpusArticles;

namespace Newswire.Tests.Formats.Ninjs;

/// <summary>The cases of the corpus by file; the folder is the member of ninjs, the file's name says what it shows.</summary>
internal static class NinjsCases
{
    private static readonly Publication Bare = new()
    {
        Title = "The Example Times",
        BaseUrl = "https://syndication.example",
        TagAuthority = "news.example,2026",
    };

    private static readonly Publication Licensed = Bare with
    {
        Rights = "© The Example Times",
        UsageTerms = "Publish whole & unchanged, with the byline and a link to \"the article\".",
        LicenceUrl = "https://news.example/licence.jsonld?for=partners&v=1",
    };

    private static readonly NinjsVersion Version = new()
    {
        Id = "tag:news.example,2026:harbour-bridge",
        Version = 3,
        FirstCreated = Some.Morning,
        VersionCreated = Some.Morning.AddMinutes(90),
    };

    private static readonly Picture Bridge = Some.Picture();

    private static readonly Picture Ferry =
        Some.Picture("https://news.example/ferry.png?a=1&b=2", 640, 480, "image/png", 9876, "The \"last\" ferry & crew.", "", "Agency Stock");

    private static readonly Picture FerryInSmall = new() { Url = "https://news.example/ferry-small.png", Width = 320, Type = "image/png" };

    private static readonly Article TwoPictures = WithBody(
        "<p>It opened.</p><figure><img src=/bridge.jpg></figure><ul><li>Ferries<li><img src='/ferry.png?a=1&b=2'></ul>"
        + "<blockquote><img src='/ferry.png?a=1&b=2'></blockquote><p>See <a href='/ferry.png?a=1&b=2'>the <b>ferry</b></a>.</p>",
        Bridge,
        Ferry)
        with
    { Featured = Ferry };

    private static readonly Article Complete = WithBody("<p>It opened.</p><img src=/bridge.jpg><p>At last.</p>", Bridge) with
    {
        Language = "cy",
        Featured = Ferry,
        Authors = Bylined.Authors,
        Topics = Filed.Topics,
        Section = "Home & Abroad",
        Correction = Corrected.Correction,
    };

    public static readonly IReadOnlyDictionary<string, Func<byte[]>> All = new Dictionary<string, Func<byte[]>>
    {
        ["item/complete.json"] = () => NinjsItem.Write(
            Licensed, Version with { Expires = Some.Morning.AddDays(30), Priority = Priority.High }, SyndicatedArticle.Of(Complete)),
        ["item/least.json"] = () => Write(Plain with { Standfirst = null }),
        ["item/special-characters.json"] = () => Write(Special),
        ["item/unclean-characters.json"] = () => Write(Unclean),
        ["dates/utc-from-any-offset.json"] = () => NinjsItem.Write(
            Bare,
            Version with
            {
                FirstCreated = new DateTimeOffset(2026, 1, 31, 23, 59, 59, 999, TimeSpan.FromHours(-5)),
                VersionCreated = new DateTimeOffset(2026, 2, 2, 0, 0, 0, TimeSpan.FromHours(9)),
            },
            SyndicatedArticle.Of(Plain)),
        ["pubStatus/withheld-and-its-pictures-too.json"] = () => NinjsItem.Write(
            Bare, Version with { EmbargoedUntil = Some.Morning.AddHours(6) }, SyndicatedArticle.Of(Pictured)),
        ["pubStatus/canceled-withdrawn.json"] = () => NinjsItem.WriteCanceled(Version, NinjsEnd.Withdrawn),
        ["pubStatus/canceled-expired.json"] = () => NinjsItem.WriteCanceled(
            Version with { Expires = Version.VersionCreated, EmbargoedUntil = Some.Morning, Priority = Priority.High }, NinjsEnd.Expired),
        ["pubStatus/canceled-erased.json"] = () => NinjsItem.WriteCanceled(Version, NinjsEnd.Erased),
        ["urgency/low.json"] = () => NinjsItem.Write(Bare, Version with { Priority = Priority.Low }, SyndicatedArticle.Of(Plain)),
        ["bodies/without-markup-captions-and-white-space-in-the-counts.json"] = () => Write(WithBody(
            "<p>Two  <b>wo</b>rds 🌉</p><figure><img src=/bridge.jpg alt='not counted'></figure><p>and<br>three more</p>", Bridge)),
        ["bodies/no-word-count-where-words-have-no-spaces.json"] =
            () => Write(Bodied with { Language = "ja-JP", Body = "<p>橋が開通した。</p>" }),
        ["bodies/correction-after-the-body.json"] = () => Write(Corrected),
        ["bodies/correction-without-a-body.json"] = () => Write(Corrected with { Body = "" }),
        ["rights/publication.json"] = () => NinjsItem.Write(Licensed, Version, SyndicatedArticle.Of(Plain)),
        ["rights/article-of-somebody-else.json"] = () => NinjsItem.Write(Licensed, Version, SyndicatedArticle.Of(OtherRights)),
        ["rights/article-under-a-licence-of-its-own.json"] = () => NinjsItem.Write(
            Licensed, Version, SyndicatedArticle.Of(OtherRights with { License = "https://creativecommons.org/licenses/by/4.0/" })),
        ["rights/pictures.json"] = () => Write(PicturedWithRights),
        ["infoSources/byline.json"] = () => Write(Bylined),
        ["subjects/topics-and-section.json"] = () => Write(Sectioned),
        ["associations/featured-first-each-picture-once.json"] = () => Write(Pictured),
        ["associations/unknown-facts.json"] = () => Write(PicturedVaguely),
        ["associations/only-in-the-body.json"] = () => Write(Complete with { Featured = null }),
        ["excluded/none.json"] = () => Write(TwoPictures),
        ["excluded/featured-and-in-the-body.json"] = () => Write(HoldBack(TwoPictures, "Agency Stock")),
        ["excluded/for-a-rendition.json"] = () => Write(HoldBack(TwoPictures, FerryInSmall, "Agency Stock")),
        ["excluded/all.json"] = () => Write(HoldBack(TwoPictures, "Agency Stock", "Mei Tanaka")),
    };

    private static byte[] Write(Article article) => NinjsItem.Write(Bare, Version, SyndicatedArticle.Of(article));

    // Only in the body: the featured picture is known by its address.
    private static Article HoldBack(Article article, params string[] credits) => HoldBack(article, rendition: null, credits);

    private static Article HoldBack(Article article, Picture? rendition, params string[] credits) => article with
    {
        Pictures = [.. article.Pictures.Select(picture => picture.Credits.Intersect(credits).Any()
            ? picture with { Rights = new PictureRights { CopyrightNotice = "© Agency Stock", Syndicate = false, Rendition = rendition } }
            : picture)],
    };

    private static Article WithBody(string html, params IReadOnlyList<Picture> listed)
    {
        var body = BodyHtml.Clean(html, new Uri(Plain.Url), listed);
        return Plain with { Body = body.Html, Pictures = body.Pictures };
    }
}
