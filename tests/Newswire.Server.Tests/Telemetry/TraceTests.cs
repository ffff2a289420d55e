using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newswire.AzureStorage;
using Newswire.Exporters;
using Newswire.Keys;
using Newswire.Server.Hosting;
using Newswire.TestKit;
using OpenTelemetry.Trace;

namespace Newswire.Server.Tests.Telemetry;

/// <summary>
/// The whole way of a change, on the Kestrel host and real queues: one trace from the CMS's request to the subscriber, which
/// itself learns nothing of it.
/// </summary>
public sealed class TraceTests : IAsyncLifetime
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(60);

    private readonly StorageEmulator emulator = new();
    private readonly ConcurrentQueue<Activity> exported = [];
    private readonly TaskCompletionSource verified = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<IReadOnlyList<string>>> deliveries = new(StringComparer.Ordinal);

    private WebApplication subscriber = null!;
    private WebApplication server = null!;
    private string key = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await emulator.InitializeAsync();
        subscriber = await SubscriberAsync();

        var builder = ServerHost.CreateBuilder("--urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["Publication:BaseUrl"] = "https://syndication.example";
        builder.Configuration["Publication:Title"] = "The Example Times";
        builder.Configuration["Publication:TagAuthority"] = "news.example,2026";
        builder.Configuration["WebSub:AllowLoopback"] = "true";
        builder.Services.AddNewswireInstruments(builder.Configuration).WithTracing(traces =>
            traces.AddProcessor(new OpenTelemetry.SimpleActivityExportProcessor(new Exporter(exported))));
        server = ServerHost.Build(builder, new StorageOptions { ConnectionString = emulator.ConnectionString });
        key = (await server.Services.GetRequiredService<PublisherKeys>().CreateAsync("the CMS", Token)).Secret;
        await server.StartAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await subscriber.DisposeAsync();
        await emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_change_is_followed_to_its_delivery_under_one_trace_and_the_subscriber_learns_nothing_of_it()
    {
        await PutAsync("first", trace: null);
        await SubscribeAsync();
        await verified.Task.WaitAsync(LongEnough, Token);

        // Whoever subscribes may get what came meanwhile, on account of the subscription: so the change after it is followed.
        await PutAsync("second", trace: null);
        await Delivered("second").Task.WaitAsync(LongEnough, Token);
        var trace = ActivityTraceId.CreateRandom();
        await PutAsync("third", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        var headers = await Delivered("third").Task.WaitAsync(LongEnough, Token);

        // Stopping waits for everything that is being handled, so all spans have ended.
        await server.StopAsync(Token);
        var spans = exported.Where(span => span.TraceId == trace).ToList();
        var delivery = Assert.Single(spans, span => span.OperationName == "deliver document");
        Assert.Equal("127.0.0.1", delivery.GetTagItem("server.address"));
        Assert.Equal(
            ["process websub-deliver", "process websub-distribute", "pass"],
            Ancestors(delivery, spans).Select(span => span.OperationName).Take(3));
        Assert.Equal(ActivityKind.Server, Ancestors(delivery, spans).Last().Kind);
        Assert.Contains(spans, span => span.OperationName == "process catalog-changed");
        Assert.Contains(spans, span =>
            span.OperationName == "write document" && (string?)span.GetTagItem("newswire.document.name") == "feeds/latest.rss");

        Assert.DoesNotContain(headers, header => header.ToLowerInvariant() is "traceparent" or "tracestate" or "baggage" or "request-id" or "correlation-context");
        foreach (var value in exported.SelectMany(span => span.TagObjects).Select(tag => Convert.ToString(tag.Value, System.Globalization.CultureInfo.InvariantCulture)!))
        {
            Assert.DoesNotContain(key, value, StringComparison.Ordinal);
            Assert.DoesNotContain("open-sesame", value, StringComparison.Ordinal);
            Assert.DoesNotContain("Harbour bridge", value, StringComparison.Ordinal);
        }
    }

    private TaskCompletionSource<IReadOnlyList<string>> Delivered(string id) =>
        deliveries.GetOrAdd(id, _ => new TaskCompletionSource<IReadOnlyList<string>>(TaskCreationOptions.RunContinuationsAsynchronously));

    private static IEnumerable<Activity> Ancestors(Activity span, IReadOnlyList<Activity> spans)
    {
        for (var at = spans.FirstOrDefault(other => other.SpanId == span.ParentSpanId);
            at is not null;
            at = spans.FirstOrDefault(other => other.SpanId == at.ParentSpanId))
        {
            yield return at;
        }
    }

    private async Task PutAsync(string id, string? trace)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{server.Urls.Single()}/api/articles/{id}")
        {
            Content = new StringContent(
                $$"""{"headline":"Harbour bridge {{id}}","url":"https://news.example/{{id}}","published":"2026-01-01T00:00:00Z"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Authorization", $"Bearer {key}");
        request.Headers.Add("Prefer", "wait=10");
        if (trace is not null)
        {
            request.Headers.Add("traceparent", trace);
        }

        using var handler = new SocketsHttpHandler { ActivityHeadersPropagator = null };
        using var client = new HttpClient(handler);
        using var answer = await client.SendAsync(request, Token);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Token));
    }

    private async Task SubscribeAsync()
    {
        using var client = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["hub.mode"] = "subscribe",
            ["hub.topic"] = "https://syndication.example/feeds/latest.rss",
            ["hub.callback"] = $"{subscriber.Urls.Single()}/callback?capability=open-sesame",
        });
        using var answer = await client.PostAsync($"{server.Urls.Single()}/hub", form, Token);
        Assert.Equal(202, (int)answer.StatusCode);
    }

    private async Task<WebApplication> SubscriberAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/callback", (HttpRequest request) =>
        {
            verified.TrySetResult();
            return Results.Text(request.Query["hub.challenge"]);
        });
        app.MapPost("/callback", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            var document = await reader.ReadToEndAsync(Token);
            foreach (var id in new[] { "second", "third" }.Where(id => document.Contains(id, StringComparison.Ordinal)))
            {
                Delivered(id).TrySetResult([.. request.Headers.Keys]);
            }

            return Results.Ok();
        });
        await app.StartAsync(Token);
        return app;
    }

    private sealed class Exporter(ConcurrentQueue<Activity> exported) : OpenTelemetry.BaseExporter<Activity>
    {
        public override OpenTelemetry.ExportResult Export(in OpenTelemetry.Batch<Activity> batch)
        {
            foreach (var activity in batch)
            {
                exported.Enqueue(activity);
            }

            return OpenTelemetry.ExportResult.Success;
        }
    }
}
