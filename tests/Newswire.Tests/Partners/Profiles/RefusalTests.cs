using Newswire.Articles;
using Newswire.Partners;
using Newswire.Partners.Profiles;
using Newswire.TestKit;
using static Newswire.Tests.Partners.Profiles.ProfileCase;

namespace Newswire.Tests.Partners.Profiles;

public sealed class RefusalTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("<p>The bridge opened on Monday.</p>", 12));

    [Theory]
    [InlineData(19, "The headline has 19 characters; MSN takes 20 to 150.")]
    [InlineData(20)]
    [InlineData(150)]
    [InlineData(151, "The headline has 151 characters; MSN takes 20 to 150.")]
    public void Msn_takes_headlines_of_a_length(int length, params string[] refusals) =>
        Assert.Equal(refusals, Refusals(PartnerProfile.Msn, Entry(Some.Article(headline: new('x', length)))));

    [Fact]
    public void A_character_outside_the_basic_plane_counts_once() =>
        Assert.Equal(
            ["The headline has 19 characters; MSN takes 20 to 150."],
            Refusals(PartnerProfile.Msn, Entry(Some.Article(headline: string.Concat(Enumerable.Repeat("🌉", 19))))));

    [Theory]
    [InlineData("")]
    [InlineData("<hr>")]
    [InlineData("<figure><img src=\"https://news.example/a.jpg\" alt=\"\"><figcaption>Words</figcaption></figure>")]
    [InlineData("<p><s>Struck out</s></p>")]
    public void Msn_takes_no_article_without_words_in_what_is_left_of_its_body(string body) =>
        Assert.Equal(
            ["The article has no text in its body; MSN takes whole articles only."],
            Refusals(PartnerProfile.Msn, Entry(Some.Article(body: body))));

    [Fact]
    public void Msn_takes_no_link_that_is_not_https() =>
        Assert.Equal(
            ["The link does not begin with https; MSN takes no other."],
            Refusals(PartnerProfile.Msn, Entry(Some.Article(url: "http://news.example/harbour-bridge"))));

    [Fact]
    public void Msn_takes_articles_until_they_are_a_year_old()
    {
        var entry = Entry(published: Now.AddDays(-365).AddSeconds(1));

        Assert.Empty(PartnerProfiles.Of(PartnerProfile.Msn).Refusals(Some.Publication(), entry, Now));
        Assert.Equal(
            ["The article is 365 days old; MSN takes articles of less than 365 days."],
            PartnerProfiles.Of(PartnerProfile.Msn).Refusals(Some.Publication(), entry, Now.AddSeconds(1)));
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once() =>
        Assert.Equal(
            4,
            Refusals(PartnerProfile.Msn, Entry(Some.Article("Short", body: "", url: "http://news.example/"), published: Now.AddYears(-2))).Count);

    [Fact]
    public void SmartNews_takes_no_article_without_a_body() =>
        Assert.Equal(
            ["The article has no text in its body; SmartNews takes whole articles only."],
            Refusals(PartnerProfile.SmartNews, Entry(Some.Article(body: ""))));

    [Fact]
    public void Flipboard_wants_enough_text_for_a_summary() =>
        Assert.Equal(
            ["Standfirst and body give a summary of 64 characters; Flipboard wants 300."],
            Refusals(PartnerProfile.Flipboard, Entry(Some.Article(featured: Some.Picture()))));

    [Theory]
    [InlineData(1200, 500)]
    [InlineData(500, 1200)]
    [InlineData(1200, 499, "The largest picture has 1200 × 499 pixels; Flipboard wants one of at least 500 pixels on its smaller side.")]
    [InlineData(499, 1200, "The largest picture has 499 × 1200 pixels; Flipboard wants one of at least 500 pixels on its smaller side.")]
    [InlineData(null, 1200, "Of no picture width and height are known; Flipboard wants one of at least 500 pixels on its smaller side.")]
    public void Flipboard_wants_a_picture_of_a_size(int? width, int? height, params string[] refusals) =>
        Assert.Equal(
            refusals,
            Refusals(PartnerProfile.Flipboard, Entry(Some.Article(body: Long, featured: Some.Picture(width: width, height: height)))));

    [Fact]
    public void Flipboard_wants_a_picture() =>
        Assert.Equal(
            ["The article has no picture; Flipboard wants one of at least 500 pixels on its smaller side."],
            Refusals(PartnerProfile.Flipboard, Entry(Some.Article(body: Long))));

    [Theory]
    [InlineData(null, 1L)]
    [InlineData("image/jpeg", null)]
    public void Flipboard_wants_a_picture_that_can_be_an_enclosure(string? type, long? lengthBytes) =>
        Assert.Equal(
            ["Of the picture with 1200 × 800 pixels type or length is unknown; Flipboard wants one of at least 500 pixels on its smaller side."],
            Refusals(PartnerProfile.Flipboard, Entry(Some.Article(body: Long, featured: Some.Picture(type: type, lengthBytes: lengthBytes)))));

    [Fact]
    public void Generic_takes_everything() =>
        Assert.Empty(Refusals(PartnerProfile.Generic, Entry(new Article { Headline = "", Body = "", Url = "http://news.example/" }, published: Now.AddYears(-9))));

    private static IReadOnlyList<string> Refusals(PartnerProfile profile, PartnerEntry entry) =>
        PartnerProfiles.Of(profile).Refusals(Some.Publication(), entry, Now);
}
