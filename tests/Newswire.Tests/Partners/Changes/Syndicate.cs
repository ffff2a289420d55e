using System.Text.Json;
using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Partners;
using Newswire.Partners.Changes;
using Newswire.Projection;
using Newswire.Projection.Generations;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.Tests.Projection;

namespace Newswire.Tests.Partners.Changes;

/// <summary>A newsroom with partners: everything that can happen to what they are told.</summary>
internal sealed class Syndicate : IDisposable
{
    private static readonly string[] Derived =
        [Containers.Articles, Containers.FeedsState, Containers.Tombstones, Containers.Public, Containers.Projection];

    private readonly PartnerRecords records;
    private readonly List<(PartnerStreams Streams, PartnerRecords Records, PartnerChanges Changes)> servers = [];
    private readonly Dictionary<string, long> versions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> secrets = new(StringComparer.Ordinal);
    private DateTimeOffset last;

    public Syndicate()
    {
        records = new PartnerRecords(Newsroom.Objects, Newsroom.Time);
        servers.AddRange([Server(), Server()]);
    }

    public Newsroom Newsroom { get; } = new();

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A process that answers partners; each relies on what it read itself.</summary>
    public PartnerChanges Serving(int server) => servers[server % servers.Count].Changes;

    /// <summary>The partner as that process knows it: by its key, as it was a while ago.</summary>
    public async Task<Partner> LetInAsync(int server, string partner) => Assert.IsType<PartnerCheck.Good>(
        await servers[server % servers.Count].Records.FindByKeyAsync(partner, secrets[partner], Token)).Partner;

    public async Task PublishAsync(
        string id, IReadOnlyList<string> topics, TimeSpan? embargo = null, TimeSpan? expires = null, string? correction = null)
    {
        var version = versions[id] = versions.GetValueOrDefault(id) + 1;
        var received = Stamp();
        await Newsroom.AppendAsync(Some.Publish(
            id,
            version,
            published: Some.Morning,
            received: received,
            article: Some.Article($"{id} v{version}", topics: topics) with { Correction = correction }) with
        {
            Embargo = received + embargo,
            Expires = received + expires,
        });
    }

    public Task WithdrawAsync(string id) => Newsroom.AppendAsync(Some.Withdraw(id, received: Stamp()));

    public async Task EraseAsync(string id)
    {
        // As the erasure's own door does it: with the feeds that carry it.
        var feeds = await ViewAsync(id) is { } view && view.At(Newsroom.Time.GetUtcNow()) is ArticleState.Visible visible
            ? (await DefinitionsAsync()).Selecting(visible.Article, Newsroom.Publication.Language)
            : [];
        await Newsroom.AppendAsync(new Change.EraseArticle { ArticleId = id, Received = Stamp(), Feeds = feeds });
    }

    public Task DefineAsync(FeedDefinition definition) =>
        Newsroom.AppendAsync(new Change.DefineFeed { Feed = definition, Received = Stamp() });

    public async Task ContractAsync(string partner, IReadOnlyList<string> feeds, TimeSpan? earlyAccess = null)
    {
        var defined = await records.DefineAsync(
            [new Partner { Name = partner, Title = partner, Feeds = feeds, EarlyAccess = earlyAccess }], Token);
        await Newsroom.AppendAsync(defined![0].Record.Contract());
        if (!secrets.ContainsKey(partner))
        {
            var created = await records.CreateKeyAsync(partner, name: null, expires: null, Token);
            secrets[partner] = Assert.IsType<KeyCreation.Created>(created).Secret;
        }
    }

    public async Task<Partner> PartnerAsync(string name) => (await records.FindAsync(name, Token))!;

    public Task ProjectAsync(int maxChanges = 2_000) => Newsroom.ProjectServedAsync(FaultPlan.Count(), Options(maxChanges));

    /// <summary>One pass of a process to which this happens.</summary>
    public Task PassAsync(FaultPlan plan, int maxChanges = 2_000) =>
        Newsroom.Process(plan, Options(maxChanges), followers: []).RunAsync(Token);

    /// <summary>A pass that dies at the operation, if it comes to that.</summary>
    public async Task ProjectAndCrashAsync(int operation, bool after, int maxChanges)
    {
        try
        {
            await Newsroom.ProjectServedAsync(
                after ? FaultPlan.CrashAfter(operation) : FaultPlan.CrashBefore(operation), Options(maxChanges));
        }
        catch (CrashException)
        {
            // What it has done stays done.
        }
    }

    /// <summary>Another projection is to be made beside the one that is served.</summary>
    public Task BeginRebuildAsync() => Newsroom.Rebuild(FaultPlan.Count()).BeginAsync(BuildPurpose.Rebuild, Token);

    /// <summary>It is gone on with, by somebody who dies at the operation if it comes to that.</summary>
    public async Task RebuildAsync(FaultPlan plan)
    {
        try
        {
            await Newsroom.Rebuild(plan).BuildAsync(TimeSpan.MaxValue, Token);
        }
        catch (CrashException)
        {
            // What it has done stays done, and its leases run out.
            Newsroom.ForgetLeases();
        }
    }

    /// <summary>Everything that is made from the catalog is gone.</summary>
    public async Task ForgetDerivedAsync()
    {
        Newsroom.Time.Advance(TimeSpan.FromSeconds(1));
        foreach (var (path, stored) in Newsroom.Objects.Snapshot())
        {
            if (Derived.Contains(path.Container, StringComparer.Ordinal))
            {
                await Newsroom.Objects.DeleteAsync(path, stored.Properties.ETag, Token);
            }
        }
    }

    public async Task<FeedDefinitions> DefinitionsAsync() => await new FeedsInForce(Served()).DefinitionsAsync(Token);

    public Task<ArticleView?> ViewAsync(string id) => new ArticleViews(Served()).FindAsync(id, Token);

    /// <summary>The partner's articles with their headlines, as readers find them in the documents of its feeds.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ShownAsync(string partner)
    {
        var definitions = await DefinitionsAsync();
        Dictionary<string, string> shown = new(StringComparer.Ordinal);
        var documents = Newsroom.Documents();
        foreach (var feed in (await PartnerAsync(partner)).Feeds.Select(feed => definitions.MovedTo(feed) ?? feed))
        {
            var own = documents.Where(document => document.Key == $"feeds/{feed}.json"
                || (document.Key.StartsWith($"feeds/{feed}/archive/", StringComparison.Ordinal) && document.Key.EndsWith(".json", StringComparison.Ordinal)));
            foreach (var (_, text) in own)
            {
                foreach (var item in JsonDocument.Parse(text).RootElement.GetProperty("items").EnumerateArray())
                {
                    shown[item.GetProperty("id").GetString()!] = item.GetProperty("title").GetString()!;
                }
            }
        }

        return shown;
    }

    public void Dispose()
    {
        records.Dispose();
        foreach (var (streams, own, _) in servers)
        {
            streams.Dispose();
            own.Dispose();
        }
    }

    private static ProjectionOptions Options(int maxChanges) =>
        new() { MaxParallelOperations = 1, MaxChanges = maxChanges, MaxWalkPages = 1 };

    private (PartnerStreams Streams, PartnerRecords Records, PartnerChanges Changes) Server()
    {
        var served = new ServedStore(Newsroom.Objects, Newsroom.Generations(FaultPlan.Count()));
        var streams = new PartnerStreams(served, new FeedsInForce(served), Newsroom.Time);
        var own = new PartnerRecords(Newsroom.Objects, Newsroom.Time);
        return (streams, own, new PartnerChanges(
            streams, own, new ArticleViews(served), Newsroom.Publication, Newsroom.Time));
    }

    private ServedStore Served() => new(Newsroom.Objects, Newsroom.Generations(FaultPlan.Count()));

    private DateTimeOffset Stamp() => last = Newsroom.Time.GetUtcNow() is var now && now > last ? now : last.AddTicks(1);
}
