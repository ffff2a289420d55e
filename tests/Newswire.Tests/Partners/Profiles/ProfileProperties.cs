using CsCheck;
using Newswire.Articles;
using Newswire.Articles.Html;
using Newswire.Formats.Ninjs;
using Newswire.Partners;
using Newswire.Partners.Profiles;
using Newswire.TestKit;
using Newswire.Tests.Articles.Html;
using Newswire.Tests.Formats;
using Newswire.Tests.Formats.Ninjs;

namespace Newswire.Tests.Partners.Profiles;

public sealed class ProfileProperties
{
    private const string Secret = "taken-back";

    private static readonly DateTimeOffset Now = Some.Morning.AddDays(3);

    // Whatever ingest accepts, often enough in a form that the pickiest partner takes.
    private static readonly Gen<PartnerEntry> Entries = Gen.Select(
        Gen.Select(AcceptedArticle.Any, BodyHtmlProperties.Soup, Gen.Int[1, 5]),
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Int[0, 400]),
        Gen.Select(Gen.Int[-2, 2].Select(hours => hours == 0 ? (DateTimeOffset?)null : Now.AddHours(hours)), Gen.Bool)).Select((content, form, times) =>
        {
            var (accepted, soup, number) = content;
            var (isLong, isPictured, isSecure, ageDays) = form;
            var body = BodyHtml.Clean(soup, new Uri(isSecure ? "https://news.example/" : "http://news.example/"), []);
            var published = isLong ? Some.Morning : Now.AddDays(-ageDays);
            return new PartnerEntry(
                $"tag:news.example,2026:{number}",
                number,
                published,
                published.AddHours(1),
                SyndicatedArticle.Of(accepted.Article with
                {
                    Headline = isLong ? "A headline that is long enough" : accepted.Article.Headline,
                    Body = accepted.Article.Body + body.Html + (isLong ? string.Concat(Enumerable.Repeat("<p>The bridge opened.</p>", 16)) : ""),
                    Pictures = [.. accepted.Article.Pictures.Concat(body.Pictures).DistinctBy(picture => picture.Url)],
                    Featured = isPictured ? Some.Picture() : accepted.Article.Featured,
                }))
            {
                Expires = times.Item1,
                EmbargoedUntil = times.Item2 ? Now.AddHours(5) : null,
            };
        });

    private static readonly Gen<PartnerRemoval> Removals = Gen.Select(Gen.Int[1, 9], Gen.Enum<NinjsEnd>(), Gen.Int[0, 900]).Select((number, why, ageDays) =>
        new PartnerRemoval(
            $"tag:news.example,2026:{number}",
            number,
            Now.AddDays(-ageDays).AddHours(-2),
            Now.AddHours(-1),
            why,
            why == NinjsEnd.Erased ? null : SyndicatedArticle.Of(Some.Article($"{Secret} headline", $"{Secret} standfirst", $"<p>{Secret} body</p>", featured: Some.Picture($"https://news.example/{Secret}.jpg")))));

    private static readonly Gen<(PartnerEntry[] Entries, PartnerRemoval[] Removals)> Feeds = Gen.Select(
        Entries.Array[0, 5].Select(entries => entries.DistinctBy(entry => entry.Id).ToArray()),
        Removals.Array[0, 5].Select(removals => removals.DistinctBy(removal => removal.Id).ToArray()));

    private static readonly IReadOnlyList<PartnerProfile> Profiles = Enum.GetValues<PartnerProfile>();

    [Fact]
    public void A_document_holds_exactly_what_the_partner_takes_and_all_of_it_is_as_the_partner_demands() => Each((profile, extension, feed, document) =>
    {
        var expected = Taken(profile, extension, feed.Entries);
        var gone = Gone(profile, extension, feed);
        var read = PartnerReader.Read(document, extension);
        var articles = read.Where(article => gone.All(removal => removal.Id != article.Id)).ToList();

        Assert.Equal(expected.Select(entry => entry.Id), articles.Select(article => article.Id));
        foreach (var article in articles)
        {
            MustHaves.Check(profile, extension, article, Now);
            Assert.Equal(expected.Single(entry => entry.Id == article.Id).Content.Article.Url, article.Link);
        }
    });

    [Fact]
    public void What_is_gone_is_said_as_each_partner_wants_it() => Each((profile, extension, feed, document) =>
    {
        var gone = Gone(profile, extension, feed);
        var isByEntry = extension is "rss" or "atom" && profile is PartnerProfile.Msn or PartnerProfile.SmartNews;
        var takedowns = PartnerReader.Read(document, extension).Where(article => gone.Any(removal => removal.Id == article.Id)).ToList();

        Assert.Equal(
            isByEntry || extension == "rss" ? [] : gone.Select(removal => removal.Id), PartnerReader.ReadGone(document, extension));
        Assert.Equal(isByEntry ? gone.Select(removal => removal.Id) : [], takedowns.Select(article => article.Id));
        foreach (var article in takedowns)
        {
            var when = gone.Single(removal => removal.Id == article.Id).When;
            Assert.Equal(when, article.Updated);
            if (profile == PartnerProfile.Msn)
            {
                Assert.True((DateTimeOffset)article.Element!.Element(PartnerReader.Mi + "expirationDate")! <= Now);
                Assert.Equal(when, (DateTimeOffset)article.Element.Element(PartnerReader.Dcterms + "modified")!);
                Assert.True(article.Published < article.Updated && Now - article.Published < TimeSpan.FromDays(365));
            }
            else
            {
                Assert.Equal("deleted", article.Element!.Element(PartnerReader.Media + "status")!.Attribute("state")!.Value);
                Assert.True(extension == "atom" || article.Published == when);
            }
        }
    });

    [Fact]
    public void Nothing_of_what_is_gone_is_said_again() => Each((_, _, _, document) =>
        Assert.True(document.AsSpan().IndexOf("taken-back"u8) < 0));

    [Fact]
    public void Every_ninjs_document_is_valid_by_the_schema_of_the_IPTC() => Each((_, extension, _, document) =>
    {
        if (extension == "ninjs")
        {
            Assert.Empty(NinjsSchema.Faults(document));
        }
    });

    [Fact]
    public void The_same_feed_gives_the_same_bytes() => Each((profile, extension, feed, document) =>
        Assert.Equal(document, Write(profile, extension, feed)));

    [Fact]
    public void What_Msn_does_not_allow_goes_and_the_words_stay() => BodyHtmlProperties.Soup.Sample(
        soup =>
        {
            var body = BodyHtml.Clean(soup, new Uri("https://news.example/"), []);
            var entry = ProfileCase.Entry(Some.Article("A headline that is long enough", body: body.Html, pictures: body.Pictures));
            var document = Write(PartnerProfile.Msn, "json", ([entry], []));
            foreach (var article in PartnerReader.Read(document, "json"))
            {
                Assert.Equal(
                    RunningText.Of(body.Html),
                    PlainText.OneLine(RunningText.Of(article.Body!).Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal)));
            }
        },
        iter: 3_000);

    [Fact]
    public void A_feed_with_nothing_to_say_is_a_document_all_the_same()
    {
        foreach (var profile in Profiles)
        {
            foreach (var extension in PartnerProfiles.Of(profile).Extensions)
            {
                Assert.Empty(PartnerReader.Read(Write(profile, extension, ([], [])), extension));
            }
        }
    }

    [Fact]
    public void There_is_no_document_of_another_extension() => Assert.Throws<ArgumentOutOfRangeException>(
        () => PartnerProfiles.Of(PartnerProfile.Generic).Write(Some.FeedHead(), "https://syndication.example/", [], [], "html", Now));

    private static PartnerEntry[] Taken(PartnerProfile profile, string extension, IEnumerable<PartnerEntry> entries) =>
    [
        .. entries.Where(entry => !(entry.Expires <= Now)
            && (extension == "ninjs" || entry.EmbargoedUntil is null)
            && PartnerProfiles.Of(profile).Refusals(Some.Publication(), entry, Now).Count == 0),
    ];

    private static PartnerRemoval[] Gone(PartnerProfile profile, string extension, (PartnerEntry[] Entries, PartnerRemoval[] Removals) feed) =>
        [.. feed.Removals.Where(removal => Taken(profile, extension, feed.Entries).All(entry => entry.Id != removal.Id))];

    private static byte[] Write(PartnerProfile profile, string extension, (PartnerEntry[] Entries, PartnerRemoval[] Removals) feed) =>
        PartnerProfiles.Of(profile).Write(
            Some.FeedHead(), $"https://syndication.example/partners/daily-planet/feeds/latest.{extension}", feed.Entries, feed.Removals, extension, Now).Bytes.ToArray();

    private static void Each(Action<PartnerProfile, string, (PartnerEntry[] Entries, PartnerRemoval[] Removals), byte[]> check) => Feeds.Sample(
        feed =>
        {
            foreach (var profile in Profiles)
            {
                foreach (var extension in PartnerProfiles.Of(profile).Extensions)
                {
                    check(profile, extension, feed, Write(profile, extension, feed));
                }
            }
        },
        iter: 100);
}
