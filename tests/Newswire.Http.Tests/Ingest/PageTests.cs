using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.Ingest;

public sealed class PageTests : SurfaceTests
{
    private static readonly string SeedPage = File.ReadAllText(Corpus("seed-article.html"));
    private static readonly JsonElement Facts = ReadFacts();

    [Fact]
    public async Task Every_fact_of_the_seed_page_comes_back_in_the_answer()
    {
        var answer = await PostAsync(SeedPage);

        Assert.Equal(200, answer.Status);
        var article = answer.Json.GetProperty("article");
        Assert.Equal(Facts.GetProperty("headline").GetString(), article.GetProperty("headline").GetString());
        Assert.Equal(Facts.GetProperty("standfirst").GetString(), article.GetProperty("standfirst").GetString());
        Assert.Equal(Facts.GetProperty("canonicalUrl").GetString(), article.GetProperty("url").GetString());
        Assert.Equal(Facts.GetProperty("language").GetString(), article.GetProperty("language").GetString());
        Assert.Equal(Facts.GetProperty("published").GetDateTimeOffset(), article.GetProperty("published").GetDateTimeOffset());
        Assert.Empty(article.GetProperty("authors").EnumerateArray());
        Assert.Equal(Texts(Facts.GetProperty("topics")), Texts(article.GetProperty("topics")));
        AssertPicture(Facts.GetProperty("featuredPicture"), article.GetProperty("featuredPicture"));
        var pictures = article.GetProperty("pictures").EnumerateArray().ToList();
        var expected = Facts.GetProperty("bodyPictures").EnumerateArray().ToList();
        Assert.Equal(expected.Count, pictures.Count);
        Assert.All(expected.Zip(pictures), pair => AssertPicture(pair.First, pair.Second));
        var body = article.GetProperty("body").GetString()!;
        Assert.Equal(Facts.GetProperty("paragraphs").GetInt32(), Regex.Count(body, "<p[ >]", RegexOptions.NonBacktracking));
    }

    [Fact]
    public async Task Every_fact_of_the_seed_page_is_in_each_document_of_its_feeds()
    {
        await PostAsync(SeedPage);

        foreach (var feed in new[] { "latest", "topics/drugs", "topics/crime", "topics/uk-news" })
        {
            foreach (var document in await Surface.FeedAsync(feed))
            {
                Assert.Equal(200, document.Status);
                var text = Plain(document);
                Assert.Contains(Facts.GetProperty("headline").GetString()!, text, StringComparison.Ordinal);
                Assert.Contains(Facts.GetProperty("standfirst").GetString()!, text, StringComparison.Ordinal);
                Assert.Contains(Facts.GetProperty("canonicalUrl").GetString()!, text, StringComparison.Ordinal);
                Assert.All(Texts(Facts.GetProperty("topics")), topic => Assert.Contains(topic, text, StringComparison.Ordinal));
                foreach (var picture in Facts.GetProperty("bodyPictures").EnumerateArray().Append(Facts.GetProperty("featuredPicture")))
                {
                    Assert.Contains(picture.GetProperty("url").GetString()!, text, StringComparison.Ordinal);
                    Assert.All(Texts(picture.GetProperty("credits")), credit => Assert.Contains(credit, text, StringComparison.Ordinal));
                    if (picture.TryGetProperty("caption", out var caption))
                    {
                        Assert.Contains(caption.GetString()!, text, StringComparison.Ordinal);
                    }
                }
            }
        }
    }

    [Fact]
    public async Task Nothing_of_the_page_around_the_article_comes_through()
    {
        Answer[] answers = [await PostAsync(SeedPage), .. await Surface.FeedAsync("latest")];

        Assert.All(answers, answer => Assert.All(
            Texts(Facts.GetProperty("mustNotContain")),
            chrome =>
            {
                Assert.Contains(chrome, SeedPage, StringComparison.Ordinal);
                Assert.DoesNotContain(chrome, Plain(answer), StringComparison.Ordinal);
            }));
    }

    [Fact]
    public async Task The_same_page_again_is_the_same_article()
    {
        var first = await PostAsync(SeedPage);
        var second = await PostAsync(SeedPage);

        Assert.StartsWith("page-", first.Json.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal(first.Json.GetProperty("id").GetString(), second.Json.GetProperty("id").GetString());
        Assert.Equal($"/api/articles/{first.Json.GetProperty("id").GetString()}", first["Location"]);
        Assert.Single((await Surface.GetAsync("/feeds/latest.json")).Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task The_newsroom_may_name_the_article()
    {
        Assert.Equal("liverpool-1", (await PostAsync(SeedPage, "?id=liverpool-1")).Json.GetProperty("id").GetString());
        Assert.Equal(200, (await Surface.SendAsync(HttpMethod.Get, "/api/articles/liverpool-1")).Status);
    }

    [Fact]
    public async Task A_bad_id_is_refused_like_everywhere()
    {
        var answer = await PostAsync(SeedPage, "?id=a%20b");

        Assert.Equal(422, answer.Status);
        Assert.Equal(["/id"], answer.Pointers);
    }

    [Fact]
    public async Task A_page_that_does_not_say_where_it_is_takes_the_address_of_the_request()
    {
        var answer = await PostAsync(Page(), "?url=https%3A%2F%2Fnews.example%2Fferries");

        Assert.Equal(200, answer.Status);
        Assert.Equal("https://news.example/ferries", answer.Json.GetProperty("article").GetProperty("url").GetString());
    }

    [Fact]
    public async Task A_page_that_says_nowhere_where_it_is_is_refused_with_the_pointer()
    {
        var answer = await PostAsync(Page());

        Assert.Equal(422, answer.Status);
        Assert.Contains("/url", answer.Pointers);
    }

    [Theory]
    [InlineData("?url=ferries")]
    [InlineData("?url=javascript%3Aalert(1)")]
    [InlineData("?url=")]
    public async Task An_address_that_is_none_is_refused(string query)
    {
        var answer = await PostAsync(SeedPage, query);

        Assert.Equal(400, answer.Status);
        Assert.Contains("url", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><body><h1>Contact</h1><p>Write to us.</p></body></html>")]
    [InlineData("")]
    [InlineData("Just words.")]
    public async Task A_page_without_an_article_is_422_and_says_what_was_looked_for(string html)
    {
        var answer = await PostAsync(html);

        Assert.Equal(422, answer.Status);
        Assert.Equal("urn:newswire:problem:no-article", answer.Json.GetProperty("type").GetString());
        Assert.Contains("JSON-LD", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, Surface.CatalogLengthBytes);
    }

    [Theory]
    [InlineData("text/html; charset=iso-8859-1", "iso-8859-1")]
    [InlineData("text/html; charset=\"ISO-8859-1\"", "iso-8859-1")]
    [InlineData("text/html; charset=utf-16", "utf-16")]
    [InlineData("text/html; charset=utf-8", "utf-8")]
    [InlineData("text/html", "utf-8")]
    [InlineData("application/xhtml+xml", "iso-8859-1")]
    [InlineData("text/html", "iso-8859-1")]
    public async Task A_page_is_read_by_its_charset(string type, string encoding)
    {
        var bytes = Encoding.GetEncoding(encoding).GetBytes(Page(headline: "Café in Málaga reopens"));

        var answer = await PostAsync(Send.Bytes(bytes, type), "?url=https%3A%2F%2Fnews.example%2Fcafe");

        Assert.Equal("Café in Málaga reopens", answer.Json.GetProperty("article").GetProperty("headline").GetString());
    }

    [Theory]
    [InlineData("text/html; charset=windows-1252", "It\u2019s open \u2013 again")]
    [InlineData("text/html; charset=iso-8859-1", "It\u2019s open \u2013 again")]
    [InlineData("text/html", "It\u2019s open \u2013 again")]
    public async Task What_calls_itself_Latin_1_is_read_as_browsers_read_it(string type, string headline)
    {
        var bytes = Encoding.Latin1.GetBytes(Page(headline: "It\u0092s open \u0096 again"));

        var answer = await PostAsync(Send.Bytes(bytes, type), "?url=https%3A%2F%2Fnews.example%2Fcafe");

        Assert.Equal(headline, answer.Json.GetProperty("article").GetProperty("headline").GetString());
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/html; charset=klingon")]
    [InlineData("text/html; charset=utf-7")]
    [InlineData(null)]
    public async Task Another_media_type_or_charset_is_415(string? type)
    {
        var answer = await PostAsync(Send.Bytes(Encoding.UTF8.GetBytes(SeedPage), type));

        Assert.Equal(415, answer.Status);
        Assert.Contains("text/html", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static string Page(string headline = "Ferries stop") =>
        "<!doctype html><html lang=en><head><script type='application/ld+json'>"
        + $"{{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"{headline}\",\"datePublished\":\"2026-03-04T09:00:00Z\"}}"
        + $"</script></head><body><article><h1>{headline}</h1><p>The last ferry left the harbour on Monday night.</p>"
        + "<p>Nobody knows when the next one will leave, the harbour master said.</p></article></body></html>";

    private static void AssertPicture(JsonElement expected, JsonElement actual)
    {
        foreach (var fact in expected.EnumerateObject())
        {
            Assert.True(
                JsonElement.DeepEquals(fact.Value, actual.GetProperty(fact.Name)),
                $"{fact.Name}: expected {fact.Value}, found {actual.GetProperty(fact.Name)}.");
        }
    }

    /// <summary>The text of an answer, that of the HTML within it included.</summary>
    private static string Plain(Answer answer) => WebUtility.HtmlDecode(string.Join('\n', DocumentText.Of(answer)));

    private static IEnumerable<string> Texts(JsonElement array) => array.EnumerateArray().Select(item => item.GetString()!);

    private static JsonElement ReadFacts()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Corpus("seed-article.facts.json")));
        return document.RootElement.Clone();
    }

    [Theory]
    [InlineData("windows-1251", 1251)]
    [InlineData("shift_jis", 932)]
    [InlineData("utf-16", 65001)]
    public async Task A_page_that_names_its_charset_is_read_in_it(string label, int codePage)
    {
        var encoding = codePage == 65001 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        var headline = codePage == 932 ? "橋が開通" : "Мост открыт";
        var page = Page(headline: headline).Replace("<head>", $"<head><meta charset=\"{label}\">", StringComparison.Ordinal);
        Assert.Contains(label, page, StringComparison.Ordinal);

        var answer = await Surface.SendAsync(HttpMethod.Post, "/api/pages?id=a&url=https://news.example/a", Send.Bytes(encoding.GetBytes(page), "text/html"));

        Assert.Equal(headline, answer.Json.GetProperty("article").GetProperty("headline").GetString());
    }

    private static string Corpus(string name) => Path.Combine(AppContext.BaseDirectory, "Corpus", "pages", name);

    private Task<Answer> PostAsync(string html, string query = "") => PostAsync(Send.Html(html), query);

    private Task<Answer> PostAsync(HttpContent content, string query = "") =>
        Surface.SendAsync(HttpMethod.Post, "/api/pages" + query, content, ("Prefer", "wait=10"));
}
