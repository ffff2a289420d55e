using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.TestKit;
using static Newswire.Tests.Formats.CorpusArticles;

namespace Newswire.Tests.Formats;

/// <summary>The cases of the corpus by file; the folder is the section of the format's specification.</summary>
internal static class FormatCases
{
    private static readonly Publication Bare = new()
    {
        Title = "The Example Times",
        BaseUrl = "https://syndication.example",
        TagAuthority = "news.example,2026",
        OwnHub = false,
    };

    private static readonly FeedHead Head = Some.FeedHead(publication: Bare);

    private static readonly FeedHead Subscription = Head with { PreviousPage = "p2" };

    private static readonly FeedHead NewestArchive = Head with { Page = "p2", PreviousPage = "p1" };

    private static readonly FeedHead Archive = Head with { Page = "p1", PreviousPage = "oldest", NextPage = "p2" };

    private static readonly FeedHead OldestArchive = Head with { Page = "oldest", NextPage = "p1" };

    private static readonly FeedHead WithHub = Some.FeedHead(publication: Bare with { OutsideHubs = ["https://hub.example/?a=1&b=2"] });

    private static readonly FeedHead ArchiveWithHub = Archive with { Publication = WithHub.Publication };

    private static readonly FeedHead BelowPath =
        Some.FeedHead("topics/arts", publication: Bare with { BaseUrl = "https://news.example/a&b/syndication" });

    private static readonly FeedHead WithTombstones = Head with
    {
        Tombstones =
        [
            new("tag:news.example,2026:gone", Some.Morning.ToOffset(TimeSpan.FromHours(9))),
            new("tag:news.example,2026:gone-before", Some.Morning.AddDays(-2)),
        ],
    };

    private static readonly Publication LicensedPublication = Bare with
    {
        Rights = "© The Example Times",
        UsageTerms = "Only in documents for partners.",
        LicenceUrl = "https://news.example/licence?a=1&b=2",
    };

    // Of the publication, of its own, of somebody else.
    private static readonly FormatCase UnderLicences = new(
        "An entry names a licence where the feed's does not hold, and that there is none.",
        Head with { Publication = LicensedPublication },
        [.. new[] { Plain, Licensed, OtherRights, OtherRights with { License = Licensed.License } }.Select((article, i) => Entry.Of(
            LicensedPublication, $"tag:news.example,2026:{i + 1}", Some.Morning.AddMinutes(-i), Some.Morning.AddMinutes(-i), article))]);

    private static readonly FormatCase ForPartners =
        new("Whom a document is for is told what to do with it.", Head with { Publication = LicensedPublication, UsageTerms = "Whole & <unchanged>." });

    private static readonly FormatCase TermsAlone =
        new("Terms without a statement of rights.", Head with { UsageTerms = "Whole & <unchanged>." });

    public static readonly IReadOnlyDictionary<string, FormatCase> All = new Dictionary<string, FormatCase>
    {
        ["rss/channel/complete.rss"] = new("Everything a publication has to say of itself.", Some.FeedHead()),
        ["rss/channel/least.rss"] = new("Without rights, logo, site and entries.", Head),
        ["rss/channel/special-characters.rss"] = new(
            "Plain text has numeric references.",
            Some.FeedHead(title: "R&D <fund>", publication: Some.Publication() with { Rights = "© Times & <sons>" })),
        ["rss/channel/below-a-path.rss"] = new("Addresses are below the path of the publication's.", BelowPath),
        ["rss/channel/never-had-an-item.rss"] =
            new("No date is made up.", Head with { Updated = DateTimeOffset.UnixEpoch }),
        ["rss/channel/no-word-for-gone-items.rss"] = new("RSS does not tell of items that are gone.", WithTombstones),
        ["rss/rfc5005-4/subscription.rss"] = new("The subscription document names the newest archive document.", Subscription),
        ["rss/rfc5005-4/archive-newest.rss"] =
            new("The entries after the newest archive document are in the subscription document.", NewestArchive),
        ["rss/rfc5005-4/archive.rss"] = new("An archive document names its neighbours.", Archive),
        ["rss/rfc5005-4/archive-oldest.rss"] = new("Nothing is before the oldest.", OldestArchive),
        ["rss/websub-4/hub.rss"] = new("The hub and the topic.", WithHub),
        ["rss/websub-4/none-in-archives.rss"] = new("Nobody is to subscribe to an archive.", ArchiveWithHub),
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
        ["rss/rfc4946-2/licenses.rss"] = UnderLicences,
        ["rss/channel/usage-terms.rss"] = ForPartners,
        ["rss/channel/usage-terms-alone.rss"] = TermsAlone,
        ["rss/media/rights.rss"] = Of("Notice and licence of a picture; its licensor and usage terms have no element.", PicturedWithRights),
        ["rss/item/rights.rss"] = Of("Rights of its own.", OtherRights),
        ["rss/item/two.rss"] = Of("Items follow each other as they are given.", Plain, Bodied),
        ["rss/item/section.rss"] = Of("The section is a category of a domain of its own.", Sectioned),
        ["rss/item/correction.rss"] = Of("A correction follows the body.", Corrected),
        ["rss/item/summary.rss"] = OfSummary("The standfirst without the body.", Bodied),
        ["rss/item/summary-with-correction.rss"] = OfSummary("A correction follows the standfirst.", Corrected),
        ["rss/enclosure/complete.rss"] = Of("The featured picture; each picture once.", Pictured),
        ["rss/enclosure/without-length.rss"] = Of("No enclosure without its length.", PicturedWithoutLength),
        ["rss/media/unknown-facts.rss"] = Of("What is not known is left out.", PicturedVaguely),

        ["atom/4.1.1-feed/complete.atom"] = new("Everything a publication has to say of itself.", Some.FeedHead()),
        ["atom/4.1.1-feed/least.atom"] = new("Without rights, logo, site and entries.", Head),
        ["atom/4.1.1-feed/never-had-an-entry.atom"] = new(
            "A feed that never had an entry has the date of the authority in its id.",
            Head with { Updated = DateTimeOffset.UnixEpoch }),
        ["atom/4.1.1-feed/below-a-path.atom"] = new("Addresses are below the path of the publication's.", BelowPath),
        ["atom/4.1.2-entry/two.atom"] = Of("Entries follow each other as they are given.", Plain, Bodied),
        ["atom/4.1.2-entry/language.atom"] = Of("A language of its own.", OtherLanguage),
        ["atom/4.1.3-content/html.atom"] = Of("The body in CDATA, the standfirst as summary.", Bodied),
        ["atom/4.1.3-content/correction.atom"] = Of("A correction follows the body.", Corrected),
        ["atom/4.1.3-content/no-standfirst.atom"] = Of("No summary is made up.", WithoutStandfirst),
        ["atom/4.1.3-content/body-ends-cdata.atom"] =
            Of("The mark that ends a CDATA section, and a carriage return.", BodyEndsSection),
        ["atom/4.1.3-content/unclean-characters.atom"] = Of("What XML forbids becomes U+FFFD.", Unclean),
        ["atom/4.2.1-author/names.atom"] = Of("One author a name, with the page that is known.", Bylined),
        ["atom/4.2.2-category/topics.atom"] = Of("One category a topic.", Filed),
        ["atom/4.2.2-category/section.atom"] = Of("The section is a category of a scheme of its own.", Sectioned),
        ["atom/4.2.7-link/enclosure.atom"] = Of("The featured picture; each picture once.", Pictured),
        ["atom/4.2.7-link/no-enclosure-without-length.atom"] = Of("No enclosure without its length.", PicturedWithoutLength),
        ["atom/4.2.7-link/no-enclosure-without-type.atom"] = Of("What is not known is left out.", PicturedVaguely),
        ["atom/4.2.9-published/dates.atom"] = OfEdited("Both dates in UTC from any offset."),
        ["atom/rfc4946-2/licenses.atom"] = UnderLicences,
        ["atom/4.2.10-rights/usage-terms.atom"] = ForPartners,
        ["atom/4.2.10-rights/usage-terms-alone.atom"] = TermsAlone,
        ["atom/4.2.10-rights/rights.atom"] = Of("Rights of its own.", OtherRights),
        ["atom/4.2.13-summary/instead-of-content.atom"] = OfSummary("The standfirst without the body.", Bodied),
        ["atom/4.2.13-summary/with-correction.atom"] =
            OfSummary("A correction follows the standfirst where there is no body.", Corrected),
        ["atom/4.2.14-title/special-characters.atom"] = Of("Plain text, escaped once.", Special),
        ["atom/rfc5005-4/subscription.atom"] = new("The subscription document names the newest archive document.", Subscription),
        ["atom/rfc5005-4/archive-newest.atom"] =
            new("The entries after the newest archive document are in the subscription document.", NewestArchive),
        ["atom/rfc5005-4/archive.atom"] = new("An archive document names its neighbours.", Archive),
        ["atom/rfc5005-4/archive-oldest.atom"] = new("Nothing is before the oldest.", OldestArchive),
        ["atom/rfc6721-3/deleted-entries.atom"] =
            Of("What is gone stands before the first entry.", Plain) with { Head = WithTombstones },
        ["atom/websub-4/hub.atom"] = new("The hub and the topic.", WithHub),
        ["atom/websub-4/none-in-archives.atom"] = new("Nobody is to subscribe to an archive.", ArchiveWithHub),

        ["json/top-level/complete.json"] = new("", Some.FeedHead()),
        ["json/top-level/least.json"] = new("", Head),
        ["json/top-level/below-a-path.json"] = new("", BelowPath),
        ["json/top-level/next-url-in-the-subscription-document.json"] = new("", Subscription),
        ["json/top-level/hubs.json"] = new("", WithHub),
        ["json/top-level/no-hubs-in-archives.json"] = new("", ArchiveWithHub),
        ["json/items/two.json"] = Of("", Plain, Bodied),
        ["json/items/special-characters.json"] = Of("", Special),
        ["json/items/content-and-summary.json"] = Of("", Bodied),
        ["json/items/correction-after-the-body.json"] = Of("", Corrected),
        ["json/items/summary.json"] = OfSummary("", Bodied),
        ["json/items/summary-with-correction.json"] = OfSummary("", Corrected),
        ["json/items/no-text-at-all.json"] = Of("", Plain with { Standfirst = null }),
        ["json/items/unclean-characters.json"] = Of("", Unclean),
        ["json/items/dates-in-utc.json"] = OfEdited(""),
        ["json/items/authors.json"] = Of("", Bylined),
        ["json/items/tags.json"] = Of("", Filed),
        ["json/items/language.json"] = Of("", OtherLanguage),
        ["json/attachments/featured-picture-and-each-picture-once.json"] = Of("", Pictured),
        ["json/attachments/none-without-size.json"] = Of("", PicturedWithoutLength),
        ["json/attachments/none-without-type.json"] = Of("", PicturedVaguely),
        ["json/extensions/licenses.json"] = UnderLicences,
        ["json/extensions/usage-terms.json"] = ForPartners,
        ["json/extensions/usage-terms-alone.json"] = TermsAlone,
        ["json/extensions/rights-of-pictures.json"] = Of("", PicturedWithRights),
        ["json/extensions/rights.json"] = Of("", OtherRights),
        ["json/extensions/section.json"] = Of("", Sectioned),
        ["json/extensions/tombstones.json"] = Of("", Plain) with { Head = WithTombstones },
        ["json/extensions/archive-newest.json"] = new("", NewestArchive),
        ["json/extensions/archive.json"] = new("", Archive),
        ["json/extensions/archive-oldest.json"] = new("", OldestArchive),
    };

    private static FormatCase Of(string shows, params IEnumerable<Article> articles) =>
        new(shows, Head, [.. articles.Select((article, i) =>
            Some.Entry($"tag:news.example,2026:{i + 1}", Some.Morning.AddMinutes(-i), article: article))]);

    private static FormatCase OfSummary(string shows, Article article) =>
        Of(shows, article) with { Content = EntryContent.Summary };

    private static FormatCase OfEdited(string shows)
    {
        var published = new DateTimeOffset(2026, 1, 31, 23, 59, 59, 999, TimeSpan.FromHours(-5));
        return new(shows, Head, Some.Entry(published: published, updated: published.AddHours(30), article: Plain));
    }
}
