using System.Text;
using System.Text.Json;
using Newswire.Articles;
using Newswire.Articles.Submissions;
using Newswire.Catalog;
using Newswire.Catalog.Export;
using Newswire.Json;
using Newswire.TestKit;

namespace Newswire.Tests.Catalog.Export;

public sealed class ExportedLineTests
{
    private static readonly DateTimeOffset Now = Some.Morning.AddYears(1);

    public static TheoryData<string> Texts => ["A & B", "A &amp; B", "x<y and y>z", "<b>bold</b>", "&lt;b&gt;", "&amp;amp;", "a < b & c > d &copy;", "50 %"];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Texts_come_through_letter_by_letter(string text)
    {
        var rights = new PictureRights { CopyrightNotice = text, UsageTerms = text, Licensor = new Licensor(text), Syndicate = false };
        var change = Read(new
        {
            url = "https://news.example/a",
            published = Some.Morning,
            headline = Escaped(text),
            standfirst = Escaped(text),
            section = Escaped(text),
            correction = Escaped(text),
            rights = Escaped(text),
            authors = new[] { Escaped(text) },
            topics = new[] { Escaped(text) },
            featuredPicture = new { url = "https://news.example/a.jpg", caption = Escaped(text), alt = Escaped(text), credits = new[] { Escaped(text) } },
            body = $"<p>{Escaped(text)}</p><figure><img src='/b.jpg' srcset='/b-2.jpg 2x'></figure>",
            pictures = new[] { new { url = "https://news.example/b.jpg", caption = Escaped(text), rights = new { copyrightNotice = Escaped(text), licensor = new { name = Escaped(text) }, usageTerms = Escaped(text), syndicate = false } } },
        });
        Assert.Equal(text, change.Article.Headline);
        Assert.Equal(rights.CopyrightNotice, change.Article.Pictures[0].Rights!.CopyrightNotice);

        Assert.Equal(Line(change), Line(Again(change)));
    }

    [Fact]
    public void Dates_versions_and_the_moment_of_receipt_come_through()
    {
        var change = Some.Publish(version: 7, published: Some.Morning.AddTicks(1), updated: Some.Morning.AddHours(1), received: Some.Morning.AddHours(2).AddTicks(3)) with
        {
            Embargo = Some.Morning.AddDays(1),
            Expires = Some.Morning.AddDays(2),
            Silent = true,
            Priority = Priority.High,
            Notify = false,
        };

        Assert.Equal(Line(change), Line(Again(change)));
    }

    [Fact]
    public void What_is_no_article_comes_through_as_it_is()
    {
        Change[] changes =
        [
            Some.Withdraw(throughVersion: 3),
            Some.Withdraw(),
            new Change.EraseArticle { ArticleId = "a", Received = Some.Morning, Feeds = ["latest"] },
            new Change.Erased { ArticleId = "a", Received = Some.Morning, Version = 1, Published = Some.Morning },
            new Change.DefineFeed { Received = Some.Morning, Feed = new Newswire.Feeds.FeedDefinition { Name = "home" } },
        ];

        Assert.All(changes, change => Assert.Equal(Line(change), Line(Again(change))));
    }

    [Fact]
    public void What_another_hand_has_put_into_a_body_is_cleaned_like_any_body() => Assert.Equal(
        "<p>Words</p>",
        ((Change.Publish)Again(Some.Publish(article: Some.Article(body: "<p onclick=\"x()\">Words</p><script>x()</script>")))).Article.Body);

    [Fact]
    public void An_address_that_is_none_is_refused() =>
        Assert.Equal("/url", Assert.Single(Refused(Some.Publish(article: Some.Article(url: "javascript:alert(1)")))));

    [Fact]
    public void Nothing_was_received_in_the_future() =>
        Assert.Equal("/received", Assert.Single(Refused(Some.Withdraw(received: Now.AddHours(1)))));

    [Fact]
    public void A_contract_does_not_come_with_the_articles() => Assert.Equal(
        "/change", Assert.Single(Refused(new Change.DefineContract { Partner = "planet", Received = Some.Morning })));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"id":"a","headline":"A"}""")]
    [InlineData("""{"change":"burn","received":"2026-03-04T09:00:00Z"}""")]
    public void What_is_no_change_is_told(string line) =>
        Assert.IsType<JsonOutcome<Change>.Malformed>(ExportedLine.Read(Encoding.UTF8.GetBytes(line), Now));

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private static Change.Publish Read(object article) => Assert.IsType<Change.Publish>(Assert.IsType<SubmissionOutcome.Accepted>(
        SubmissionReader.ReadArticle("a", JsonSerializer.SerializeToUtf8Bytes(article), Some.Morning.AddMinutes(1))).Change);

    private static string Line(Change change) => JsonSerializer.Serialize(change, CatalogJson.Line.Change);

    private static Change Again(Change change) => Assert.IsType<JsonOutcome<Change>.Accepted>(
        ExportedLine.Read(Encoding.UTF8.GetBytes(Line(change)), Now)).Value;

    private static IEnumerable<string> Refused(Change change) => Assert.IsType<JsonOutcome<Change>.Refused>(
        ExportedLine.Read(Encoding.UTF8.GetBytes(Line(change)), Now)).Faults.Select(fault => fault.Pointer);
}
