using System.Text.Json;
using Newswire.Http.Tests.Push;
using Newswire.Http.Tests.Surface;
using static Microsoft.Playwright.Assertions;

namespace Newswire.Http.Tests.Browser.Push;

/// <summary>
/// The whole way: a reader's click in a real browser, an article from the CMS, a push service that gets a message nobody
/// but that browser can read, and what the browser then shows.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class ToldTests(Chromium chromium) : IAsyncLifetime
{
    private NewswireSurface newswire = null!;
    private PushService service = null!;

    public async ValueTask InitializeAsync()
    {
        newswire = await NewswireSurface.StartAsync(listens: true);
        service = await PushService.StartAsync();
        await newswire.PutAsync("harbour-bridge", wait: true);
        await newswire.NotifyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await newswire.DisposeAsync();
        await service.DisposeAsync();
    }

    [Fact]
    public async Task From_a_click_on_a_feeds_page_to_the_story_that_the_browser_shows()
    {
        await using var reader = await OnAsync("/feeds/topics/transport.html");
        await using var worker = await WorkerOfReader.FindAsync(reader);
        await PublishAsync("ferry", "Ferries run all night");

        await worker.PushAsync(reader.Decrypt(Message().Body));
        var shown = Assert.Single(await worker.ShownAsync(1));
        Assert.Equal("Ferries run all night", shown.GetProperty("title").GetString());
        Assert.Equal("Ferries keep running until Easter", shown.GetProperty("body").GetString());
        Assert.Equal("open https://news.example/ferry", await worker.ClickAsync());
        Assert.Empty(reader.Window.Complaints);
    }

    [Fact]
    public async Task A_withdrawal_takes_the_place_of_the_story()
    {
        await using var reader = await OnAsync("/feeds/topics/transport.html");
        await using var worker = await WorkerOfReader.FindAsync(reader);
        await PublishAsync("ferry", "Ferries run all night");
        await worker.PushAsync(reader.Decrypt(Message().Body));
        await worker.ShownAsync("Ferries run all night");
        newswire.Time.Advance(TimeSpan.FromMinutes(1));
        await newswire.DeleteAsync("ferry", wait: true);
        await newswire.NotifyAsync();

        await worker.PushAsync(reader.Decrypt(Message().Body));
        await worker.ShownAsync("The Example Times");
        var shown = Assert.Single(await worker.ShownAsync(1));
        Assert.DoesNotContain("Ferries", shown.ToString(), StringComparison.Ordinal);
        Assert.True(shown.GetProperty("silent").GetBoolean());
    }

    [Fact]
    public async Task Who_chooses_on_the_directory_is_told_of_that_and_nothing_else_until_turned_off()
    {
        await using var reader = await PushReader.OpenAsync(chromium, endpoints: service.Address + "/");
        await reader.GoAsync(newswire.Address + "/");
        await reader.AllowAsync();
        await reader.ChooseAsync("UK News");
        await reader.PressAsync("OK, tell me");
        await Expect(reader.Favourites).ToHaveTextAsync(["UK News"]);
        newswire.Time.Advance(TimeSpan.FromMinutes(1));

        await PublishAsync("market", "Market moves", "Business");
        Assert.Empty(service.Requests);
        await PublishAsync("ferry", "Ferries run all night", "UK News");
        Assert.Equal("Ferries run all night", Title(reader, Message().Body));

        await reader.PressAsync("Turn off");
        await Expect(reader.Button("OK, tell me")).ToBeVisibleAsync();
        await PublishAsync("rail", "Trains run all night", "UK News");
        Assert.Empty(service.Requests);
    }

    private async Task<PushReader> OnAsync(string page)
    {
        var reader = await PushReader.OpenAsync(chromium, endpoints: service.Address + "/");
        await reader.GoAsync(newswire.Address + page);
        await reader.AllowAsync();
        await reader.PressAsync("OK, tell me");
        await Expect(reader.Favourites).ToHaveCountAsync(1);
        newswire.Time.Advance(TimeSpan.FromMinutes(1));
        return reader;
    }

    private async Task PublishAsync(string id, string headline, string topic = "Transport")
    {
        var article = Send.Article(more:
        [
            ("headline", headline),
            ("url", "https://news.example/" + id),
            ("topics", new System.Text.Json.Nodes.JsonArray(topic)),
            ("published", newswire.Time.GetUtcNow().ToString("O")),
        ]);
        Assert.Equal(200, (int)(await newswire.PutAsync(id, article, wait: true)).Status);
        await newswire.NotifyAsync();
    }

    /// <summary>The one message that the push service has got since.</summary>
    private PushService.Received Message()
    {
        Assert.True(service.Requests.TryDequeue(out var message));
        Assert.Empty(service.Requests);
        return message;
    }

    private static string? Title(PushReader reader, byte[] body) =>
        JsonDocument.Parse(reader.Decrypt(body)).RootElement.GetProperty("notification").GetProperty("title").GetString();
}
