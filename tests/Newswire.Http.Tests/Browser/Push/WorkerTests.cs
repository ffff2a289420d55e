using System.Text.Json;
using static Microsoft.Playwright.Assertions;

namespace Newswire.Http.Tests.Browser.Push;

/// <summary>The service worker, in Chromium: what it is pushed comes through the browser, what it shows is read back.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WorkerTests : IDisposable
{
    private const string Transport = "/small/feeds/topics/transport.html";

    private readonly Chromium chromium;
    private readonly PagesSite site;

    public WorkerTests(Chromium chromium, PagesSite site)
    {
        (this.chromium, this.site) = (chromium, site);
        site.Push.Reset();
    }

    [Fact]
    public async Task A_message_is_shown_as_it_says()
    {
        await using var reader = await OpenAsync();
        await using var worker = await WorkerOfReader.FindAsync(reader);
        await worker.PushAsync(Message("Harbour bridge opens", "article-1", body: "A month early.", navigate: "https://news.example/1"));

        var shown = Assert.Single(await worker.ShownAsync(1));
        Assert.Equal("Harbour bridge opens", shown.GetProperty("title").GetString());
        Assert.Equal("A month early.", shown.GetProperty("body").GetString());
        Assert.Equal("https://news.example/1", shown.GetProperty("data").GetString());
        Assert.Equal("article-1", shown.GetProperty("tag").GetString());
        Assert.Equal("en", shown.GetProperty("lang").GetString());
        Assert.Equal("auto", shown.GetProperty("dir").GetString());
        Assert.False(shown.GetProperty("silent").GetBoolean());
        Assert.False(shown.GetProperty("renotify").GetBoolean());
    }

    [Fact]
    public async Task A_message_with_the_same_tag_takes_the_place_of_the_first()
    {
        await using var reader = await OpenAsync();
        await using var worker = await WorkerOfReader.FindAsync(reader);
        await worker.PushAsync(Message("Bridge opens", "article-1"));
        await worker.ShownAsync(1);
        await worker.PushAsync(Message("Another story", "article-2"));
        await worker.ShownAsync(2);
        await worker.PushAsync(Message("Bridge opens, and trams cross it", "article-1"));

        await worker.ShownAsync("Another story", "Bridge opens, and trams cross it");
    }

    [Fact]
    public async Task The_policy_of_the_worker_lets_it_have_the_pictures_it_is_told_of()
    {
        await using var reader = await OpenAsync();
        await using var worker = await WorkerOfReader.FindAsync(reader);
        await worker.PushAsync(Message("Harbour bridge opens", "article-1", icon: site.Address + "/small/push/icon.png"));
        await worker.ShownAsync(1);

        Assert.Contains("icon.png", site.Push.Asked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"web_push":8030}""")]
    [InlineData("""{"web_push":8030,"notification":{"title":7}}""")]
    [InlineData("""{"web_push":1,"notification":{"title":"Not for us"}}""")]
    public async Task What_cannot_be_read_is_shown_as_news_of_some_kind(string payload)
    {
        await using var reader = await OpenAsync();
        await using var worker = await WorkerOfReader.FindAsync(reader);
        await worker.PushAsync(payload);

        var shown = Assert.Single(await worker.ShownAsync(1));
        Assert.Equal("There is news", shown.GetProperty("title").GetString());
        Assert.Equal(site.Address + "/small/", shown.GetProperty("data").GetString());
    }

    [Theory]
    [InlineData("""{"title":"T","navigate":"javascript:alert(1)","dir":"sideways","silent":"yes","tag":5,"icon":[],"lang":null}""")]
    [InlineData("""{"title":"T"}""")]
    [InlineData("""{"title":"T","navigate":7,"renotify":true}""")]
    [InlineData("""{"title":"T","navigate":"https://[","icon":"https://["}""")]
    public async Task Members_that_are_wrong_do_not_take_the_title_with_them(string notification)
    {
        await using var reader = await OpenAsync();
        await using var worker = await WorkerOfReader.FindAsync(reader);
        await worker.PushAsync($$"""{"web_push":8030,"notification":{{notification}}}""");

        var shown = Assert.Single(await worker.ShownAsync(1));
        Assert.Equal("T", shown.GetProperty("title").GetString());
        Assert.Equal(site.Address + "/small/", shown.GetProperty("data").GetString());
    }

    [Fact]
    public async Task A_click_opens_the_article_and_the_notification_goes()
    {
        await using var reader = await OpenAsync();
        await using var worker = await WorkerOfReader.FindAsync(reader);
        await worker.PushAsync(Message("Harbour bridge opens", "article-1", navigate: "https://news.example/1"));
        await worker.ShownAsync(1);

        Assert.Equal("open https://news.example/1", await worker.ClickAsync());
        Assert.Empty(await worker.ShownAsync(0));
    }

    [Fact]
    public async Task A_click_goes_to_the_window_that_shows_the_article_already()
    {
        await using var reader = await OpenAsync();
        await using var worker = await WorkerOfReader.FindAsync(reader);
        await worker.PushAsync(Message("Harbour bridge opens", "article-1", navigate: site.Address + Transport));
        await worker.ShownAsync(1);

        Assert.Equal("focus " + site.Address + Transport, await worker.ClickAsync());
    }

    [Fact]
    public async Task A_subscription_that_the_browser_changes_takes_the_choice_along()
    {
        await using var reader = await OpenAsync();
        await using var worker = await WorkerOfReader.FindAsync(reader);
        var before = await reader.EndpointAsync();
        await worker.ChangeSubscriptionAsync(before, "https://push.example/after");

        Assert.Equal(["topics/transport"], site.Push.Subscriptions["https://push.example/after"]["favourites"]!.AsArray().Select(name => (string?)name));
        Assert.DoesNotContain(before, site.Push.Subscriptions.Keys);
        var (_, body) = site.Push.Requests[^1];
        Assert.Equal(before, (string?)body["replaces"]);
        Assert.False(body.ContainsKey("favourites"));
    }

    [Fact]
    public async Task The_pages_stay_their_own_and_nothing_is_kept()
    {
        await using var reader = await OpenAsync();
        await reader.GoAsync(site.Address + Transport);

        Assert.True(await reader.Page.EvaluateAsync<bool>("navigator.serviceWorker.controller === null"));
        Assert.Equal(0, await reader.Page.EvaluateAsync<int>("caches.keys().then(keys => keys.length)"));
        Assert.Equal(
            site.Address + "/small/push/",
            await reader.Page.EvaluateAsync<string>("navigator.serviceWorker.getRegistrations().then(([only]) => only.scope)"));
    }

    public void Dispose() => site.Push.Reset();

    private async Task<PushReader> OpenAsync()
    {
        var reader = await PushReader.OpenAsync(chromium);
        await reader.AllowAsync();
        await reader.GoAsync(site.Address + Transport);
        await reader.PressAsync("OK, tell me");
        await Expect(reader.Favourites).ToHaveCountAsync(1);
        return reader;
    }

    private static string Message(
        string title, string tag, string? body = null, string navigate = "https://news.example/", string? icon = null) =>
        JsonSerializer.Serialize(new
        {
            web_push = 8030,
            notification = new { title, body, navigate, lang = "en", dir = "auto", tag, silent = false, icon },
        });
}
