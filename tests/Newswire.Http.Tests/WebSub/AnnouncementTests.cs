using System.Text;
using System.Web;
using Newswire.Http.Tests.Surface;
using Newswire.Storage;

namespace Newswire.Http.Tests.WebSub;

/// <summary>Outside hubs are told of every change, as those there are understand it (W3C WebSub §6 leaves it to them).</summary>
public sealed class AnnouncementTests : IAsyncLifetime
{
    private CallbackHost hub = null!;
    private NewswireSurface surface = null!;

    private string Host => new Uri(hub.Address).Host;

    public async ValueTask InitializeAsync()
    {
        hub = await CallbackHost.StartAsync();
        hub.Say(202);
        surface = await NewswireSurface.StartAsync(settings:
            [("Publication:OwnHub", "false"), ("Publication:OutsideHubs:0", hub.Address + "/push")]);
    }

    public async ValueTask DisposeAsync()
    {
        await surface.DisposeAsync();
        await hub.DisposeAsync();
    }

    [Fact]
    public async Task A_hub_is_told_of_every_topic_that_has_changed_once()
    {
        await ChangedAsync();

        Assert.All(hub.Requests, request => Assert.Equal(
            ("POST", "/push", "application/x-www-form-urlencoded"), (request.Method, request.Target, request.Headers["Content-Type"])));
        var told = hub.Requests.Select(request => HttpUtility.ParseQueryString(Encoding.ASCII.GetString(request.Body))).ToList();
        Assert.All(told, form => Assert.Equal(("publish", form["hub.url"]), (form["hub.mode"], form["hub.topic"])));
        Assert.Equal(
            from feed in new[] { "authors/ada-okafor", "authors/mei-tanaka", "latest", "topics/transport", "topics/uk-news" }
            from extension in new[] { "rss", "atom", "json" }
            select $"https://syndication.example/feeds/{feed}.{extension}",
            told.Select(form => form["hub.url"]!));
        Assert.Empty(surface.Queues.TakeAll(QueueNames.WebSubDeliver));
    }

    [Fact]
    public async Task What_it_does_not_take_it_is_told_again_after_growing_delays_and_the_rest_is_not_repeated()
    {
        hub.Answer = context =>
        {
            context.Response.StatusCode = IsOfATopic(hub.Requests[^1]) ? 500 : 204;
            return Task.CompletedTask;
        };
        await ChangedAsync();
        const int Refused = 6;
        Assert.Equal((15, Refused), (hub.Requests.Count, hub.Requests.Count(IsOfATopic)));

        var asked = hub.Requests.Count;
        List<int> more = [];
        foreach (var seconds in new[] { 9, 1, 60, 300, 1200, 3600, 86400 })
        {
            surface.Time.Advance(TimeSpan.FromSeconds(seconds));
            await surface.ReceiveAsync(QueueNames.WebSubAnnounce);
            more.Add(hub.Requests.Count - asked);
            asked = hub.Requests.Count;
        }

        Assert.Equal([0, Refused, Refused, Refused, Refused, Refused, 0], more);
        Assert.Contains(surface.Log.Lines, line =>
            line.Contains("AnnouncingGivenUp", StringComparison.Ordinal) && line.Contains(Host, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_is_away_is_asked_once_for_all_topics()
    {
        hub.Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        await ChangedAsync();
        Assert.Single(hub.Requests);

        hub.Say(202);
        surface.Time.Advance(TimeSpan.FromSeconds(10));
        await surface.ReceiveAsync(QueueNames.WebSubAnnounce);
        Assert.Equal(16, hub.Requests.Count);
    }

    private static bool IsOfATopic(CallbackRequest request) =>
        Encoding.ASCII.GetString(request.Body).Contains("topics", StringComparison.Ordinal);

    private async Task ChangedAsync()
    {
        Assert.Equal(200, (await surface.PutAsync("harbour-bridge", wait: true)).Status);
        await surface.ReceiveAsync(QueueNames.WebSubDistribute);
        await surface.ReceiveAsync(QueueNames.WebSubAnnounce);
    }
}
