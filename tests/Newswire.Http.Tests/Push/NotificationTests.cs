using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Newswire.Http.Tests.Surface;
using Newswire.TestKit.WebPush;

namespace Newswire.Http.Tests.Push;

/// <summary>From the newsroom's request to what the reader's browser decrypts, over a push service on this machine.</summary>
public sealed class NotificationTests : SurfaceTests
{
    [Fact]
    public async Task An_article_that_is_published_is_read_by_the_browser_that_subscribed_and_by_it_alone()
    {
        await using var service = await PushService.StartAsync();
        using var reader = await ReaderAsync(service, "transport");
        using var other = await ReaderAsync(service, "uk", new JsonArray("topics/uk-news"));

        await PublishAsync("bridge", ("headline", "Ferry sinks"), ("topics", new JsonArray("Transport")), ("priority", "high"));

        var message = Assert.Single(service.Requests);
        Assert.Equal("/transport/" + Send.Capability, message.Path);
        Assert.Equal(("high", "14400"), (message.Headers["Urgency"], message.Headers["TTL"]));
        var seen = reader.Read(message);
        Assert.Equal("Ferry sinks", seen.GetProperty("title").GetString());
        Assert.Equal("https://news.example/harbour-bridge", seen.GetProperty("navigate").GetString());
        Assert.Equal(message.Headers["Topic"], seen.GetProperty("tag").GetString());
        Assert.ThrowsAny<Exception>(() => other.Read(message));

        var key = (await Surface.GetAsync("/push/key")).Json.GetProperty("publicKey").GetString();
        Assert.Equal(key, VapidCredentials.Verify(message.Headers["Authorization"])!.PublicKey);
    }

    [Fact]
    public async Task A_correction_and_a_withdrawal_take_the_place_of_the_first()
    {
        await using var service = await PushService.StartAsync();
        using var reader = await ReaderAsync(service, "transport");
        await PublishAsync("bridge", ("headline", "Ferry sinks"));
        Surface.Time.Advance(TimeSpan.FromMinutes(1));
        await PublishAsync("bridge", ("headline", "Ferry sinks, no harm done"), ("version", 2));
        await PublishAsync("bridge", ("headline", "Ferry did not sink"), ("version", 3), ("notify", true));
        Surface.Time.Advance(TimeSpan.FromMinutes(1));
        await Surface.DeleteAsync("bridge", wait: true);
        await Surface.NotifyAsync();

        Assert.Equal(
            ["Ferry sinks", "Ferry did not sink", "The Example Times"],
            service.Requests.Select(request => reader.Read(request).GetProperty("title").GetString()));
        Assert.Single(service.Requests.Select(request => request.Headers["Topic"]).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_article_that_nobody_is_to_be_told_of_is_published_in_silence()
    {
        await using var service = await PushService.StartAsync();
        using var reader = await ReaderAsync(service, "transport");

        await PublishAsync("bridge", ("notify", false));
        await PublishAsync("bridge", ("version", 2), ("headline", "Edited"));

        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_browser_that_has_unsubscribed_at_its_service_is_forgotten()
    {
        await using var service = await PushService.StartAsync();
        using var reader = await ReaderAsync(service, "transport");
        service.Answer = context =>
        {
            context.Response.StatusCode = StatusCodes.Status410Gone;
            return Task.CompletedTask;
        };
        await PublishAsync("bridge");
        await PublishAsync("other");

        Assert.Single(service.Requests);
        Assert.DoesNotContain(Surface.Stored().Keys, place => place.StartsWith("subscriptions/push/", StringComparison.Ordinal));
    }

    private async Task<Browser> ReaderAsync(PushService service, string name, JsonArray? favourites = null)
    {
        // Readers choose among the feeds that there are, and are told of what comes afterwards.
        await Surface.PutAsync("first", wait: true);
        Surface.Time.Advance(TimeSpan.FromSeconds(2));
        var browser = new Browser(Surface, $"{service.Address}/{name}/{Send.Capability}");
        Assert.Equal(201, (await browser.SubscribeAsync(favourites is null ? null : browser.Request(("favourites", favourites)))).Status);
        Surface.Time.Advance(TimeSpan.FromSeconds(1));
        await Surface.NotifyAsync();
        return browser;
    }

    private async Task PublishAsync(string id, params IEnumerable<(string Name, JsonNode? Value)> more)
    {
        var published = Surface.Time.GetUtcNow().ToString("O");
        var answer = await Surface.PutAsync(id, Send.Article(more: [("published", published), .. more]), wait: true);
        Assert.Equal(200, answer.Status);
        await Surface.NotifyAsync();
    }
}
