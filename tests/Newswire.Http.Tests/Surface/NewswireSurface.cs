using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Newswire.Auditing;
using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Http.Tests.OpenApi;
using Newswire.Keys;
using Newswire.Outbound;
using Newswire.Partners;
using Newswire.Partners.Quotas;
using Newswire.Partners.Usage;
using Newswire.Partners.Webhooks;
using Newswire.Projection;
using Newswire.Server.Hosting;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;
using Newswire.WebPush.Notifying;
using Newswire.WebSub;

namespace Newswire.Http.Tests.Surface;

/// <summary>
/// The whole surface in process over storage in memory: the routes of the Kestrel host, the shared composition, a clock
/// that stands. Nothing listens to the queue, so what becomes visible does so because the request drove it.
/// </summary>
internal sealed class NewswireSurface : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = Some.Morning.AddDays(1);

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<(string Operation, int Status), bool> given = new();

    private NewswireSurface(
        FaultPlan plan, string title, string baseUrl, bool probe, bool listens, IReadOnlyList<(string Name, string Value)> settings, NameResolver? resolve)
    {
        Plan = plan;
        Queues = new InMemoryMessageQueues(Time);
        Poison = new InMemoryPoisonMessages(Queues, Time);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        if (listens)
        {
            builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        }
        else
        {
            builder.WebHost.UseTestServer();
        }

        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Publication:Title"] = title,
            ["Publication:BaseUrl"] = baseUrl,
            ["Publication:TagAuthority"] = "news.example,2026",
            ["Pictures:Probe"] = probe.ToString(),
            ["Pictures:AllowLoopback"] = "true",
            ["WebPush:AllowLoopback"] = "true",
            ["WebSub:AllowLoopback"] = "true",
            ["Webhooks:AllowLoopback"] = "true",
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(
            setting => setting.Name, setting => (string?)setting.Value, StringComparer.Ordinal));
        builder.Services.AddRouting();
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddSingleton<IObjectStore>(new FaultyObjectStore(Objects, plan));
        builder.Services.AddSingleton<ICatalogPages>(new FaultyCatalogPages(Catalog, plan));
        builder.Services.AddSingleton<IMessageQueues>(new FaultyMessageQueues(Queues, plan));
        builder.Services.AddSingleton<IQueueDepths>(Queues);
        builder.Services.AddSingleton<IPoisonMessages>(Poison);
        builder.Services.AddSingleton<ILeases>(new FaultyLeases(new InMemoryLeases(Time), plan));
        builder.Services.AddNewswire(builder.Configuration);

        // What a process does beside its requests is done when a test says so.
        builder.Services.RemoveAll<IHostedService>();
        if (resolve is not null)
        {
            builder.Services.AddSingleton(provider => new HubClient(
                provider.GetRequiredService<HubOptions>(), provider.GetRequiredService<Publication>(), Time, resolve));
            builder.Services.AddSingleton(provider => new WebhookClient(
                provider.GetRequiredService<WebhookOptions>(), provider.GetRequiredService<Publication>(), Time, resolve));
        }

        app = builder.Build();
        app.UseStatusCodePages(context => Unmatched.WriteAsync(context.HttpContext));
        app.MapNewswire();
    }

    public FakeTimeProvider Time { get; } = new(Now);

    public InMemoryObjectStore Objects { get; } = new();

    public InMemoryCatalogPages Catalog { get; } = new();

    public InMemoryMessageQueues Queues { get; }

    public InMemoryPoisonMessages Poison { get; }

    public CapturedLog Log { get; } = new();

    /// <summary>Numbers and names every storage operation, and says which fail.</summary>
    public FaultPlan Plan { get; }

    public PublisherKeys Keys => app.Services.GetRequiredService<PublisherKeys>();

    public AuditLog Audit => app.Services.GetRequiredService<AuditLog>();

    public PartnerRecords Partners => app.Services.GetRequiredService<PartnerRecords>();

    /// <summary>A service of the process.</summary>
    public T Service<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Where it listens, if it does.</summary>
    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>The key that requests carry unless they say otherwise.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Every route the host has, as method and template.</summary>
    public IReadOnlyList<(string Method, string Template)> Routes =>
    [
        .. ((IEndpointRouteBuilder)app).DataSources
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .SelectMany(route => route.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods
                .Select(method => (method, route.RoutePattern.RawText!))),
    ];

    /// <summary>Which operation of the OpenAPI document has answered with which status.</summary>
    public IReadOnlyCollection<(string Operation, int Status)> Given => [.. given.Keys];

    /// <summary>The bytes of the catalog, to see whether anything was appended.</summary>
    public int CatalogLengthBytes => Catalog.Snapshot().Values.Sum(page => page.Length);

    /// <param name="plan">Which storage operations fail.</param>
    /// <param name="title">The publication's.</param>
    /// <param name="baseUrl">The publication's.</param>
    /// <param name="probe">Whether pictures are asked for, on this machine; without it nothing leaves the process.</param>
    /// <param name="listens">Whether it listens on this machine (<see cref="Address"/>), for browsers.</param>
    /// <param name="resolve">Finds the addresses of callbacks' and webhooks' hosts; without it they are those of the system.</param>
    /// <param name="settings">Further settings, by their full names.</param>
    public static async Task<NewswireSurface> StartAsync(
        FaultPlan? plan = null,
        string title = "The Example Times",
        string baseUrl = "https://syndication.example",
        bool probe = false,
        bool listens = false,
        NameResolver? resolve = null,
        params IReadOnlyList<(string Name, string Value)> settings)
    {
        var surface = new NewswireSurface(plan ?? FaultPlan.Count(), title, baseUrl, probe, listens, settings, resolve);
        await surface.app.StartAsync();
        surface.Key = (await surface.Keys.CreateAsync("the CMS", CancellationToken.None)).Secret;
        return surface;
    }

    /// <summary>A request with the publisher's key and these headers, as they are.</summary>
    public Task<Answer> SendAsync(
        HttpMethod method, string path, HttpContent? content = null, params IEnumerable<(string Name, string Value)> headers) =>
        SendWithAsync([("Authorization", "Bearer " + Key), .. headers], method, path, content);

    /// <summary>A request with these headers and no others.</summary>
    public async Task<Answer> SendWithAsync(
        IEnumerable<(string Name, string Value)> headers, HttpMethod method, string path, HttpContent? content = null)
    {
        using var client = app.Services.GetRequiredService<IServer>() is TestServer server
            ? new HttpClient(new ContractHandler(server.CreateHandler(), Note)) { BaseAddress = server.BaseAddress }
            : new HttpClient(new ContractHandler(new HttpClientHandler(), Note)) { BaseAddress = new Uri(Address) };
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                content!.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await Answer.OfAsync(await client.SendAsync(request));
    }

    private void Note(string operation, int status) => given[(operation, status)] = true;

    /// <summary>A reader's request, without a key.</summary>
    public Task<Answer> GetAsync(string path, params IEnumerable<(string Name, string Value)> headers) =>
        SendWithAsync(headers, HttpMethod.Get, path);

    /// <summary>A request whose path no client would let through.</summary>
    public async Task<int> GetRawAsync(string path) => (await SendRawAsync(HttpMethods.Get, path, _ => { })).Response.StatusCode;

    /// <summary>A request as the server sees it, set up by hand.</summary>
    public Task<HttpContext> SendRawAsync(string method, string path, Action<HttpRequest> prepare) =>
        app.GetTestServer().SendAsync(context =>
        {
            context.Request.Method = method;
            context.Request.Path = new PathString(path);
            prepare(context.Request);
        });

    public Task<Answer> PutAsync(string id, JsonObject? article = null, bool wait = false) =>
        SendAsync(
            HttpMethod.Put, "/api/articles/" + id, Send.Json(article ?? Send.Article()), wait ? [("Prefer", "wait=10")] : []);

    public Task<Answer> DeleteAsync(string id, string query = "", bool wait = false) =>
        SendAsync(HttpMethod.Delete, $"/api/articles/{id}{query}", headers: wait ? [("Prefer", "wait=10")] : []);

    public Task<Answer> BatchAsync(HttpContent content, bool wait = false) =>
        SendAsync(HttpMethod.Post, "/api/articles", content, wait ? [("Prefer", "wait=10")] : []);

    /// <summary>Receives what waits in a queue and deals with it as the hosts do, one message after the other.</summary>
    public async Task ReceiveAsync(string queue)
    {
        foreach (var message in Queues.TakeAll(queue))
        {
            await HandleAsync(queue, message);
        }
    }

    /// <summary>The same with all messages at once.</summary>
    public Task ReceiveAllAsync(string queue) =>
        Task.WhenAll(Queues.TakeAll(queue).Select(message => HandleAsync(queue, message)));

    private Task HandleAsync(string queue, string message) =>
        QueueWork.All.Single(work => work.Queue == queue).HandleAsync(app.Services, message, CancellationToken.None);

    /// <summary>Does what the hosts do by the clock.</summary>
    public Task RunAsync(string schedule) =>
        TimedWork.All.Single(work => work.Schedule == schedule).RunAsync(app.Services, CancellationToken.None);

    /// <summary>What the hosts do every minute.</summary>
    public Task SweepAsync() => app.Services.GetRequiredService<Sweep>().RunAsync(CancellationToken.None);

    /// <summary>Exchanges with other processes what partners have used up, as every process does every few seconds.</summary>
    public Task ExchangeQuotasAsync() => app.Services.GetRequiredService<QuotaMeter>().ExchangeAsync(CancellationToken.None);

    /// <summary>Writes down what partners have taken, as every process does every minute.</summary>
    public Task FlushUsageAsync() => app.Services.GetRequiredService<UsageBook>().FlushAsync(CancellationToken.None);

    /// <summary>Lets time go by as the hosts do: a sweep a minute, and messages received when they may be.</summary>
    public async Task LiveAsync(TimeSpan span)
    {
        for (var end = Time.GetUtcNow() + span; Time.GetUtcNow() < end;)
        {
            var left = end - Time.GetUtcNow();
            Time.Advance(left < TimeSpan.FromSeconds(1) ? left : TimeSpan.FromSeconds(1));
            if (Queues.TakeAll(QueueNames.CatalogChanged).Count > 0)
            {
                await app.Services.GetRequiredService<ProjectionRunner>().CatchUpAsync(CancellationToken.None);
            }
            else if (Time.GetUtcNow().Second == 0)
            {
                await SweepAsync();
            }
        }
    }

    /// <summary>What the hosts do with the messages about notifications, until there are none.</summary>
    public async Task NotifyAsync()
    {
        while (Queues.TakeAll(QueueNames.PushNotify) is var notify
            && Queues.TakeAll(QueueNames.PushDeliver) is var deliver
            && notify.Count + deliver.Count > 0)
        {
            foreach (var message in notify)
            {
                await app.Services.GetRequiredService<Notifier>().RunAsync(message, CancellationToken.None);
            }

            foreach (var message in deliver)
            {
                await app.Services.GetRequiredService<PushDelivery>().RunAsync(message, CancellationToken.None);
            }
        }
    }

    /// <summary>Lets time go by until the task is done, whatever it waits for.</summary>
    public async Task PassTimeUntilAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            Time.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Yield();
        }
    }

    /// <summary>Everything readers can get, by path.</summary>
    public IReadOnlyDictionary<string, string> PublicDocuments() =>
        Objects.Snapshot()
            .Where(pair => pair.Key.Container == Containers.Public)
            .ToDictionary(pair => pair.Key.Name, pair => Encoding.UTF8.GetString(pair.Value.Content.Span), StringComparer.Ordinal);

    /// <summary>Everything that is stored, by place.</summary>
    public IReadOnlyDictionary<string, string> Stored() =>
        Objects.Snapshot().Select(pair => (Place: pair.Key.ToString(), Bytes: pair.Value.Content))
            .Concat(Catalog.Snapshot().Select(pair => (Place: $"catalog/{pair.Key}", Bytes: (ReadOnlyMemory<byte>)pair.Value)))
            .ToDictionary(pair => pair.Place, pair => Encoding.UTF8.GetString(pair.Bytes.Span), StringComparer.Ordinal);

    /// <summary>The three documents of a feed, as plain bytes.</summary>
    public async Task<IReadOnlyList<Answer>> FeedAsync(string feed) =>
        [await GetAsync($"/feeds/{feed}.rss"), await GetAsync($"/feeds/{feed}.atom"), await GetAsync($"/feeds/{feed}.json")];

    /// <summary>The names of the operations while <paramref name="work"/> ran.</summary>
    public async Task<IReadOnlyList<string>> OperationsOfAsync(Func<Task> work)
    {
        var before = Plan.Operations.Count;
        await work();
        return [.. Plan.Operations.Skip(before)];
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
