using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Newswire.AzureStorage;
using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Formats.Atom;
using Newswire.Formats.JsonFeed;
using Newswire.Formats.Rss;
using Newswire.Keys;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Storage;

namespace Newswire.Server.Tests;

/// <summary>Promise 1, with a real server on real storage.</summary>
[Collection(SharedStorage.Name)]
public sealed class KillTests(StorageEmulator emulator)
{
    private const int Kills = 3;
    private const int AcknowledgedBeforeKill = 40;

    private readonly ConcurrentBag<string> acknowledged = [];
    private int published;

    [Fact]
    public async Task Every_acknowledged_article_is_in_the_feeds_after_the_server_was_killed_several_times()
    {
        await using var storage = new ServiceCollection()
            .AddAzureStorage(new StorageOptions { ConnectionString = emulator.ConnectionString })
            .BuildServiceProvider();
        var (secret, _) = await new PublisherKeys(storage.GetRequiredService<IObjectStore>(), TimeProvider.System)
            .CreateAsync("kill", CancellationToken.None);

        for (var kill = 0; kill < Kills; kill++)
        {
            await using var server = Start();
            await server.Listening;
            using var client = Client(server, secret);
            var writers = Enumerable.Range(0, 8).Select(_ => PublishUntilItDiesAsync(client)).ToList();
            while (acknowledged.Count < (kill + 1) * AcknowledgedBeforeKill)
            {
                await Task.Yield();
            }

            await server.KillAsync();
            await Task.WhenAll(writers);
        }

        await using var survivor = Start();
        await survivor.Listening;
        using var last = Client(survivor, secret);
        last.DefaultRequestHeaders.Add("Prefer", "wait=60");
        using var answer = await last.SendAsync(Article("last"));
        Assert.Equal(200, (int)answer.StatusCode);

        var feed = await last.GetStringAsync("feeds/latest.json");
        using var json = JsonDocument.Parse(feed);
        var ids = json.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()).ToHashSet();
        Assert.All(acknowledged, id => Assert.Contains($"tag:newswire.example,2026:{id}", ids));
        await AssertEqualsRebuildAsync(survivor.Address, storage);
    }

    private static HttpClient Client(ServerProcess server, string secret) => new()
    {
        BaseAddress = server.Address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", secret) },
    };

    private static HttpRequestMessage Article(string id) => new(HttpMethod.Put, $"api/articles/{id}")
    {
        Content = new StringContent(
            $$"""{"headline":"Article {{id}}","url":"https://news.example/{{id}}","published":"2026-03-04T09:00:00Z","version":1,"authors":["Ada Okafor"],"topics":["Transport"]}""",
            Encoding.UTF8,
            "application/json"),
    };

    private ServerProcess Start() => ServerProcess.Start(new Dictionary<string, string?>
    {
        ["Storage__ConnectionString"] = emulator.ConnectionString,
        ["Publication__BaseUrl"] = "https://syndication.example",
        ["Publication__MinEntries"] = "500",
        ["Publication__MaxEntries"] = "1000",
    });

    private async Task PublishUntilItDiesAsync(HttpClient client)
    {
        while (true)
        {
            var id = $"a-{Interlocked.Increment(ref published)}";
            try
            {
                using var request = Article(id);
                using var response = await client.SendAsync(request);
                Assert.Equal(202, (int)response.StatusCode);
                acknowledged.Add(id);
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private static async Task AssertEqualsRebuildAsync(Uri address, IServiceProvider storage)
    {
        var store = new InMemoryObjectStore();
        IFeedFormat[] formats = [new RssFormat(), new AtomFormat(), new JsonFeedFormat()];
        using var pass = new ProjectionPass(
            store,
            new CatalogReader(storage.GetRequiredService<ICatalogPages>(), new CatalogOptions()),
            formats,
            new Publication { BaseUrl = "https://syndication.example", MinEntries = 500, MaxEntries = 1000 },
            new ProjectionOptions(),
            listeners: [],
            followers: [],
            TimeProvider.System,
            NullLogger<ProjectionPass>.Instance);
        while (await pass.RunAsync(CancellationToken.None) is not PassOutcome.Idle)
        {
        }

        using var reader = new HttpClient { BaseAddress = address };
        foreach (var (path, document) in store.Snapshot().Where(pair => pair.Key.Container == Containers.Public))
        {
            var name = path == ObjectPaths.HomePage ? "" : path.Name;
            Assert.Equal(Encoding.UTF8.GetString(document.Content.Span), await reader.GetStringAsync(name));
        }
    }
}
