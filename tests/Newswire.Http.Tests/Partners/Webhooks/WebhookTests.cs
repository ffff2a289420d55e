using System.Text.Json;
using Newswire.Http.Tests.OpenApi;
using Newswire.Http.Tests.Surface;
using Newswire.Http.Tests.WebSub;
using Newswire.Storage;

namespace Newswire.Http.Tests.Partners.Webhooks;

/// <summary>
/// Tests with a partner's server on this machine. Whatever a test does, at its end neither a secret nor more of an address
/// than its host is in any line of the log, nor in any answer but the one that shows the secret; and every delivery is as the
/// OpenAPI document says.
/// </summary>
public abstract class WebhookTests : IAsyncLifetime
{
    private protected const string Partner = "daily-planet";

    /// <summary>The least that an attempt waits for an answer.</summary>
    private protected static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(15);

    private readonly List<string> answers = [];
    private int version;

    private protected NewswireSurface Surface { get; private set; } = null!;

    private protected CallbackHost Host { get; private set; } = null!;

    /// <summary>Every secret that was shown, the newest last.</summary>
    private protected List<string> Secrets { get; } = [];

    private protected IReadOnlyList<CallbackRequest> Deliveries => Host.Requests;

    public async ValueTask InitializeAsync()
    {
        Host = await CallbackHost.StartAsync();
        Host.Say(204);
        await UseAsync(await NewswireSurface.StartAsync());
    }

    /// <summary>Takes another surface than the one the test began with.</summary>
    private protected async Task UseAsync(NewswireSurface surface)
    {
        if (Surface is { } before)
        {
            await before.DisposeAsync();
        }

        Surface = surface;
        await PublishAsync("old-news");
        await PutPartnerAsync(Partner, """{"title": "Daily Planet", "feeds": ["latest"]}""");
        await ProjectAsync();
        await DeliverAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Surface.DisposeAsync();
        await Host.DisposeAsync();
        Assert.Empty(Deliveries.SelectMany(DescribedWebhook.Faults));
        Assert.All([.. Surface.Log.Lines, .. answers], line =>
        {
            Assert.DoesNotContain(HubTests.CallbackWords, line, StringComparison.Ordinal);
            Assert.DoesNotContain(Send.BodyWords, line, StringComparison.Ordinal);
            Assert.DoesNotContain("whsec_", line, StringComparison.Ordinal);
        });
        GC.SuppressFinalize(this);
    }

    private protected Task<Answer> PutPartnerAsync(string partner, string json) =>
        Surface.SendAsync(HttpMethod.Put, $"/api/partners/{partner}", Send.Json(json));

    /// <summary>A request to the newsroom's side of the webhook.</summary>
    private protected async Task<Answer> AskAsync(HttpMethod method, string below = "", string? json = null, string partner = Partner)
    {
        var answer = await Surface.SendAsync(method, $"/api/partners/{partner}/webhook{below}", json is null ? null : Send.Json(json));
        if (answer.Status == 201)
        {
            Secrets.Add(answer.Json.GetProperty("secret").GetString()!);
            answers.Add(answer.Json.GetProperty("webhook").GetRawText());
        }
        else
        {
            answers.Add(answer.Text);
        }

        return answer;
    }

    private protected Task<Answer> SetAsync(string? url = null) =>
        AskAsync(HttpMethod.Put, json: $$"""{"url": "{{url ?? Host.Callback}}"}""");

    private protected async Task<JsonElement> StateAsync() => (await AskAsync(HttpMethod.Get)).Json;

    /// <summary>Publishes the next version of an article, three seconds after whatever was before.</summary>
    private protected async Task PublishAsync(string id)
    {
        Surface.Time.Advance(TimeSpan.FromSeconds(3));
        var article = Send.Article(version: ++version, more: ("standfirst", $"Version {version}"));
        Assert.Equal(200, (await Surface.PutAsync(id, article, wait: true)).Status);
    }

    /// <summary>Brings what was accepted into force.</summary>
    private protected Task ProjectAsync() => Surface.LiveAsync(TimeSpan.FromSeconds(3));

    /// <summary>Delivers what there is to be delivered now, as the hosts do.</summary>
    private protected async Task DeliverAsync()
    {
        await Surface.ReceiveAsync(QueueNames.WebhookDistribute);
        await Surface.ReceiveAsync(QueueNames.WebhookDeliver);
        await Surface.ReceiveAsync(QueueNames.WebhookRetry);
    }

    private protected async Task PublishedAndDeliveredAsync(string id = "harbour-bridge")
    {
        await PublishAsync(id);
        await DeliverAsync();
    }

    /// <summary>Lets so much time go by, and delivers what is due meanwhile.</summary>
    private protected async Task LiveAsync(TimeSpan span)
    {
        for (var end = Surface.Time.GetUtcNow() + span; Surface.Time.GetUtcNow() < end;)
        {
            Surface.Time.Advance(TimeSpan.FromSeconds(5));
            await DeliverAsync();
        }
    }

    private protected static JsonElement Body(CallbackRequest request) => JsonDocument.Parse(request.Body).RootElement;

    private protected static IEnumerable<string> ArticlesOf(CallbackRequest request) => Body(request).GetProperty("changes")
        .EnumerateArray().Select(change => change.GetProperty("item").GetProperty("uri").GetString()!.Split(':')[^1].Split('/')[^1]);

    private protected static void AssertRefused(Answer answer, int status, string kind)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal("urn:newswire:problem:" + kind, answer.Json.GetProperty("type").GetString());
    }
}
