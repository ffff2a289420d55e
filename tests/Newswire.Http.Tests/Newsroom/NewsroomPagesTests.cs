using System.Globalization;
using System.Net;
using System.Text;
using Newswire.Auditing;
using Newswire.Http.Tests.Surface;
using Newswire.Storage;

namespace Newswire.Http.Tests.Newsroom;

/// <summary>What the newsroom's pages show and do, asked for without a browser.</summary>
public sealed class NewsroomPagesTests : SurfaceTests
{
    private const string Hostile = "<script>alert(1)</script>\"'&";

    [Theory]
    [InlineData("/newsroom/articles")]
    [InlineData("/newsroom/articles/hostile")]
    [InlineData("/newsroom/articles/hostile/erase")]
    [InlineData("/newsroom/articles?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%27%26")]
    public async Task A_hostile_headline_or_search_is_text(string path)
    {
        await Surface.PutAsync("hostile", Send.Article(more: ("headline", WebUtility.HtmlEncode(Hostile))), wait: true);

        var text = (await LookAsync(path)).Text;

        Assert.Contains("&lt;script&gt;alert(1)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_looks_at_so_many_articles_and_goes_on_where_it_ended()
    {
        await Surface.BatchAsync(Send.Batch(Enumerable.Range(0, 230).Select(i => Send.Article(
            $"article-{i:D3}",
            more: [("headline", i == 3 ? "Économie: the needle" : "Hay"), ("published", MinuteOf(i))]))), wait: true);

        var first = (await LookAsync("/newsroom/articles?q=NEEDLE%20economie")).Text;
        Assert.Contains("200 articles looked at, 0 headlines have all the words", first, StringComparison.Ordinal);
        var link = WebUtility.HtmlDecode(first.Split("class=\"button\" href=\"../newsroom/articles")[1].Split('"')[0]);
        var second = (await LookAsync("/newsroom/articles" + link)).Text;

        Assert.Contains("30 articles looked at, 1 headline has all the words", second, StringComparison.Ordinal);
        Assert.Contains("article-003", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Continue searching", second, StringComparison.Ordinal);
        Assert.Contains("article-22", (await LookAsync("/newsroom/articles?q=article-22")).Text.Split("<h2>By headline")[0], StringComparison.Ordinal);

        static string MinuteOf(int i) => NewswireSurface.Now.AddDays(-1).AddMinutes(i).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Withdrawn_and_scheduled_articles_are_found_where_they_belong()
    {
        await Surface.PutAsync("here", wait: true);
        await Surface.PutAsync("gone", wait: true);
        await Surface.DeleteAsync("gone", wait: true);
        await Surface.PutAsync("coming", Send.Article(more: ("embargo", "2026-03-06T12:00:00Z")));
        await Surface.SweepAsync();

        Assert.Equal(["here"], await FoundAsync("published"));
        Assert.Equal(["gone"], await FoundAsync("gone"));
        Assert.Equal(["coming"], await FoundAsync("coming"));
    }

    [Fact]
    public async Task An_article_tells_where_it_is_and_who_gets_it_and_why_not()
    {
        await Surface.PutAsync("harbour-bridge", Send.Article(more: ("body", """<p>Text.</p><img src="https://news.example/a%20picture.jpg">""")), wait: true);
        await Surface.SendAsync(HttpMethod.Put, "/api/partners/gazette", Send.Json("""{"title":"The Gazette","feeds":["latest"]}"""));
        await Surface.SendAsync(HttpMethod.Put, "/api/partners/quiet", Send.Json("""{"title":"Quiet","feeds":[]}"""));

        var text = (await LookAsync("/newsroom/articles/harbour-bridge")).Text;

        Assert.Contains("href=\"../../feeds/topics/uk-news.atom\"", text, StringComparison.Ordinal);
        Assert.Contains("None of the feeds in its contract carries it.", text, StringComparison.Ordinal);
        Assert.Contains("a picture.jpg", text, StringComparison.Ordinal);
        Assert.Contains("size in pixels", text, StringComparison.Ordinal);
        Assert.Equal(6, text.Split("Subscription document").Length);
    }

    [Fact]
    public async Task A_confirmation_changes_nothing()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var stored = Surface.Stored().Count;

        Assert.Equal(200, (await LookAsync("/newsroom/articles/harbour-bridge/withdraw")).Status);
        Assert.Equal(200, (await LookAsync("/newsroom/articles/harbour-bridge/erase")).Status);

        Assert.Equal(stored, Surface.Stored().Count);
        Assert.Equal(200, (await Surface.SendAsync(HttpMethod.Get, "/api/articles/harbour-bridge")).Status);
    }

    [Fact]
    public async Task What_was_withdrawn_before_is_not_withdrawn_again()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        await Surface.DeleteAsync("harbour-bridge", wait: true);
        var length = Surface.CatalogLengthBytes;

        Assert.Equal(409, (await PostAsync("/newsroom/articles/harbour-bridge/withdraw")).Status);
        Assert.Equal(length, Surface.CatalogLengthBytes);
    }

    [Fact]
    public async Task An_act_of_a_page_is_recorded_with_the_key_it_was_done_with()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);

        Assert.Equal(303, (await PostAsync("/newsroom/articles/harbour-bridge/withdraw")).Status);

        var entry = Assert.Single((await Surface.Audit.ReadAsync(after: null, 10, CancellationToken.None)).Entries);
        Assert.Equal((AuditActs.WithdrawArticle, "harbour-bridge", "the CMS", AuditActor.Page), (entry.Act, entry.Subject, entry.Who.Name, entry.Who.Way));
        Assert.Equal(AuditResult.Done, entry.Outcome!.Result);
    }

    [Theory]
    [InlineData("last", "yesterday")]
    [InlineData("last", "2020-01-01")]
    public async Task A_key_is_demanded_as_much_of_as_the_API_does(string field, string value)
    {
        await Surface.SendAsync(HttpMethod.Put, "/api/partners/gazette", Send.Json("""{"title":"The Gazette","feeds":[]}"""));

        Assert.Equal(400, (await PostAsync("/newsroom/partners/gazette/keys", (field, value))).Status);
        Assert.Empty((await Surface.Partners.FindAsync("gazette", CancellationToken.None))!.Keys);
    }

    [Fact]
    public async Task A_line_set_aside_stands_there_with_the_reason_and_nothing_of_it()
    {
        await Surface.Objects.WriteAsync(
            new ObjectPath(Containers.CatalogRejected, "0000000001-000000000042"),
            new ObjectContent("{\"kind\": sEcReT"u8.ToArray(), "application/octet-stream"),
            expectedETag: null,
            CancellationToken.None);

        var text = (await LookAsync("/newsroom/set-aside")).Text;

        Assert.Contains("0000000001-000000000042", text, StringComparison.Ordinal);
        Assert.Contains("Not a ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("sEcReT", text, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> FoundAsync(string shelf)
    {
        var text = (await LookAsync("/newsroom/articles?among=" + shelf)).Text;
        return [.. text.Split("<td><code>").Skip(1).Select(part => part.Split('<')[0])];
    }

    private Task<Answer> LookAsync(string path) =>
        Surface.SendWithAsync([("Cookie", "newswire-newsroom=" + Surface.Key)], HttpMethod.Get, path);

    private Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var form = new ByteArrayContent(Encoding.UTF8.GetBytes(
            string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"))));
        form.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
        return Surface.SendWithAsync(
            [("Cookie", "newswire-newsroom=" + Surface.Key), ("Sec-Fetch-Site", "same-origin")], HttpMethod.Post, path, form);
    }
}
