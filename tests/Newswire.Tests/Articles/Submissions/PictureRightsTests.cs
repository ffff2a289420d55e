using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newswire.Articles;
using Newswire.Articles.Submissions;
using Newswire.Catalog;
using Newswire.Json;
using Newswire.Projection;
using Newswire.TestKit;

namespace Newswire.Tests.Articles.Submissions;

public sealed class PictureRightsTests
{
    [Fact]
    public void What_is_said_is_cleaned_and_its_addresses_are_absolute()
    {
        var featured = Accepted("""
            {
              "copyrightNotice": " ©&nbsp;2026 <b>Tidewater</b>\u0007 ",
              "licensor": { "name": "Tidewater &amp; Sons", "url": "/licences/1" },
              "license": "//tidewater.example/terms",
              "usageTerms": "Once.\nNever\tagain.",
              "syndicate": false,
              "rendition": {
                "url": "/small.jpg", "width": 480, "height": 320, "type": " IMAGE/JPEG ", "lengthBytes": 9, "caption": "<i>Small</i>",
                "rights": { "license": "/small-terms", "syndicate": true }
              }
            }
            """).Featured!;

        Assert.Equal(
            new PictureRights
            {
                CopyrightNotice = "© 2026 Tidewater",
                Licensor = new Licensor("Tidewater & Sons", "https://news.example/licences/1"),
                License = "https://tidewater.example/terms",
                UsageTerms = "Once. Never again.",
                Syndicate = false,
                Rendition = featured.Rights!.Rendition,
            },
            featured.Rights);
        Assert.Equal(
            new Picture
            {
                Url = "https://news.example/small.jpg",
                Width = 480,
                Height = 320,
                Type = "image/jpeg",
                LengthBytes = 9,
                Caption = "Small",
                Credits = featured.Rights.Rendition!.Credits,
                Rights = new PictureRights { License = "https://news.example/small-terms" },
            },
            featured.Rights.Rendition);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"copyrightNotice":" ","licensor":null,"usageTerms":"<p></p>","rendition":null}""")]
    public void Saying_nothing_is_as_good_as_leaving_it_out(string rights)
    {
        var said = Accepted(rights);

        Assert.Null(said.Featured!.Rights);
        Assert.All(said.Pictures, picture => Assert.Null(picture.Rights));
    }

    [Fact]
    public void An_article_without_rights_is_written_as_it_was_before_there_were_any() =>
        Assert.Equal(
            """{"headline":"Bridge","body":"","url":"https://news.example/story","authors":[],"topics":[],"featured":{"url":"https://news.example/bridge.jpg","caption":"The bridge.","credits":[]},"pictures":[]}""",
            JsonSerializer.Serialize(Accepted("null") with { Body = "", Pictures = [] }, StateJson.Compact.Article));

    [Fact]
    public void What_is_said_comes_back_from_the_catalog()
    {
        var change = Some.Publish(article: Some.Article(featured: Some.Picture() with
        {
            Rights = new PictureRights
            {
                Licensor = new Licensor("Tidewater", "https://tidewater.example/"),
                Syndicate = false,
                Rendition = new Picture { Url = "https://news.example/small.jpg" },
            },
        }));

        var line = JsonSerializer.SerializeToUtf8Bytes(change, CatalogJson.Line.Change);

        Assert.Equal(line, JsonSerializer.SerializeToUtf8Bytes(ChangeLine.Read(line, out _)!, CatalogJson.Line.Change));
        Assert.Contains("\"syndicate\":false", Encoding.UTF8.GetString(line), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_the_catalog_with_rights_that_no_document_can_carry_is_refused()
    {
        var change = Some.Publish(article: Some.Article(featured: Some.Picture() with
        {
            Rights = new PictureRights { Rendition = new Picture { Url = "https://news.example/small.jpg", Caption = "\uFFFF" } },
        }));

        Assert.Null(ChangeLine.Read(JsonSerializer.SerializeToUtf8Bytes<Change>(change, CatalogJson.Line.Change), out var fault));
        Assert.NotNull(fault);
    }

    [Theory]
    [InlineData("\"© Tidewater\"", "")]
    [InlineData("""{"copyrightNotice":1}""", "/copyrightNotice")]
    [InlineData("""{"licensor":"Tidewater"}""", "/licensor")]
    [InlineData("""{"licensor":{}}""", "/licensor")]
    [InlineData("""{"licensor":{"name":7}}""", "/licensor/name,/licensor")]
    [InlineData("""{"licensor":{"url":"mailto:desk@tidewater.example"}}""", "/licensor/url")]
    [InlineData("""{"license":"javascript:alert(1)"}""", "/license")]
    [InlineData("""{"syndicate":"no"}""", "/syndicate")]
    [InlineData("""{"rendition":{"url":"/small.jpg"}}""", "/syndicate")]
    [InlineData("""{"syndicate":false,"rendition":{}}""", "/rendition/url")]
    [InlineData("""{"syndicate":false,"rendition":{"url":"ftp://x/","width":0,"type":"text/html","lengthBytes":0}}""", "/rendition/width,/rendition/url,/rendition/lengthBytes,/rendition/type")]
    [InlineData("""{"syndicate":false,"rendition":{"url":"/bridge.jpg"}}""", "/rendition/url")]
    [InlineData("""{"syndicate":false,"rendition":{"url":"https://NEWS.example/./bridge.jpg#top"}}""", "/rendition/url")]
    [InlineData("""{"syndicate":false,"rendition":{"url":"/small.jpg","rights":{"syndicate":false,"license":"x:y"}}}""", "/rendition/rights/license,/rendition/rights/syndicate")]
    public void Every_fault_is_named_by_its_pointer(string rights, string pointers)
    {
        Assert.Equal(
            pointers.Split(',').Select(pointer => "/featuredPicture/rights" + pointer),
            Faults(rights).Select(fault => fault.Pointer).Where(pointer => pointer.StartsWith("/featured", StringComparison.Ordinal)));
        Assert.Equal(
            pointers.Split(',').Select(pointer => "/pictures/0/rights" + pointer),
            Faults(rights).Select(fault => fault.Pointer).Where(pointer => pointer.StartsWith("/pictures", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("copyrightNotice", SubmissionLimits.MaxText)]
    [InlineData("usageTerms", SubmissionLimits.MaxText)]
    [InlineData("license", SubmissionLimits.MaxUrl)]
    public void What_is_too_long_is_refused_with_the_limit(string member, int limit)
    {
        string Rights(int length) => new JsonObject { [member] = "https://x.example/".PadRight(length, 'x') }.ToJsonString();

        Assert.NotNull(Accepted(Rights(limit)).Featured!.Rights);
        Assert.All(Faults(Rights(limit + 1)), fault => Assert.Contains($"{limit}", fault.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public void A_rendition_in_a_rendition_is_ignored_and_the_answer_says_so()
    {
        var outcome = Assert.IsType<SubmissionOutcome.Accepted>(
            Read("""{"syndicate":false,"rendition":{"url":"/s.jpg","rights":{"rendition":{"url":"/t.jpg"}}}}"""));

        Assert.Contains("/featuredPicture/rights/rendition/rights/rendition", outcome.Ignored);
    }

    [Fact]
    public void Listed_rights_reach_the_picture_in_the_body() =>
        Assert.Equal("https://news.example/terms", Accepted("""{"license":"/terms"}""").Pictures.Single().Rights!.License);

    // The srcset of one, another size of the file of the other.
    [Theory]
    [InlineData("<img src='/480/p0abc.jpg' srcset='/480/p0abc.jpg 480w, /bridge.jpg 1024w'>", "https://news.example/480/p0abc.jpg")]
    [InlineData("<picture><source srcset='/bridge.jpg'><img src='/480/p0abc.jpg'></picture>", "https://news.example/480/p0abc.jpg")]
    [InlineData("<img src='/bridge-300x200.jpg' width='300'>", "https://news.example/bridge-300x200.jpg")]
    [InlineData("<figure><img src='/bridge.jpg?w=300'><figcaption>It. (AP)</figcaption></figure>", "https://news.example/bridge.jpg?w=300")]
    public void Listed_rights_reach_the_picture_in_another_form(string body, string url)
    {
        var picture = Accepted("""{"syndicate":false}""", body).Pictures.Single();

        Assert.Equal((url, false, "The bridge."), (picture.Url, picture.Rights!.Syndicate, picture.Caption));
    }

    [Theory]
    [InlineData("<img src='/bridge.jpg' srcset='/bridge.jpg 1w, /bridge.jpg?w=2 2w, /480/p0abc.jpg 3w'>", "https://news.example/480/p0abc.jpg")]
    [InlineData("<img src='/480/p0abc.jpg' srcset='/bridge.jpg 2w'>", "https://news.example/bridge.jpg")]
    [InlineData("<svg><img src='/480/p0abc.jpg' srcset='/bridge.jpg 2w'></svg>", "https://news.example/480/p0abc.jpg")]
    public void Other_names_of_the_picture_that_the_body_offers_are_kept_with_its_rights(string body, string other)
    {
        var article = Accepted("""{"syndicate":false}""", body);

        Assert.Equal([other], article.Pictures.Single().Rights!.AlsoAt);
        Assert.Equal(["https://news.example/480/p0abc.jpg"], article.Featured!.Rights!.AlsoAt);
    }

    [Fact]
    public void Without_rights_another_form_is_another_picture() =>
        Assert.Equal(
            ["https://news.example/bridge.jpg?w=300", "https://news.example/bridge.jpg"],
            Accepted("null", "<img src='/bridge.jpg?w=300'>").Pictures.Select(picture => picture.Url));

    private static Article Accepted(string rights, string body = "<img src=/bridge.jpg>") =>
        ((Change.Publish)Assert.IsType<SubmissionOutcome.Accepted>(Read(rights, body)).Change).Article;

    private static IReadOnlyList<Fault> Faults(string rights) =>
        Assert.IsType<SubmissionOutcome.Refused>(Read(rights)).Faults;

    private static SubmissionOutcome Read(string rights, string body = "<img src=/bridge.jpg>")
    {
        var picture = $$"""{"url":"/bridge.jpg","caption":"The bridge.","rights":{{rights}}}""";
        return SubmissionReader.ReadArticle("a", Encoding.UTF8.GetBytes($$"""
            {
              "headline": "Bridge", "url": "https://news.example/story", "published": "2026-03-04T09:00:00Z", "body": "{{body}}",
              "featuredPicture": {{picture}}, "pictures": [{{picture}}]
            }
            """), Some.Morning);
    }
}
