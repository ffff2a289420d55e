using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Formats.Atom;
using Newswire.Formats.JsonFeed;
using Newswire.Formats.Rss;
using Newswire.Projection;
using Newswire.Projection.Generations;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Projection;

/// <summary>A catalog, a store, and processes that project the one into the other.</summary>
internal sealed class Newsroom
{
    public static readonly IReadOnlyList<IFeedFormat> Formats = [new RssFormat(), new AtomFormat(), new JsonFeedFormat()];

    public static readonly Publication Publication = Some.Publication() with { MinEntries = 4, MinHours = 0, LicenceUrl = "https://news.example/licence" };

    private static readonly CatalogOptions CatalogOptions = new() { MaxPageBlocks = 3 };

    public InMemoryCatalogPages Pages { get; init; } = new();

    public InMemoryObjectStore Objects { get; } = new();

    public InMemoryLeases Leases { get => field ??= new InMemoryLeases(Time); private set; }

    public InMemoryMessageQueues Queues => field ??= new InMemoryMessageQueues(Time);

    /// <summary>Those who are told what a pass has brought.</summary>
    public Audience Audience => field ??= new Audience(this);

    public FakeTimeProvider Time { get; init; } = new(Some.Morning.AddDays(1));

    /// <summary>An id of an article whose entry begins a page (or does not) when published in the morning.</summary>
    public static string Id(string prefix, bool beginsPage, DateTimeOffset? published = null) =>
        Enumerable.Range(0, 100_000)
            .Select(i => $"{prefix}-{i}")
            .First(id => PageBoundary.IsAt(new EntryKey(published ?? Some.Morning, id)) == beginsPage);

    public async Task AppendAsync(params IReadOnlyList<Change> changes)
    {
        // One append a change, so that small pages roll over.
        foreach (var change in changes)
        {
            await new CatalogWriter(Pages, CatalogOptions).AppendAsync([change], CancellationToken.None);
        }
    }

    public Task AppendLineAsync(string line) =>
        Pages.AppendAsync(Pages.Snapshot().Keys.DefaultIfEmpty(1).Max(), Encoding.UTF8.GetBytes(line + "\n"), CancellationToken.None);

    public ProjectionPass Process(FaultPlan? plan = null, ProjectionOptions? options = null, IReadOnlyList<IFeedFormat>? formats = null, IDocumentListener? listener = null, IReadOnlyList<IPassFollower>? followers = null) =>
        Passes(plan ?? FaultPlan.Count(), options, formats, listener, followers).Served(Generation.First);

    /// <summary>What makes the passes of a process.</summary>
    public ProjectionPasses Passes(FaultPlan plan, ProjectionOptions? options = null, IReadOnlyList<IFeedFormat>? formats = null, IDocumentListener? listener = null, IReadOnlyList<IPassFollower>? followers = null) => new(
            Generations(plan),
            new CatalogReader(new FaultyCatalogPages(Pages, plan), CatalogOptions),
            formats ?? Formats,
            Publication,
            options ?? new ProjectionOptions { MaxParallelOperations = 1 },
            listener is null ? [] : [listener],
            followers ?? [Audience.Of(plan)],
            Time,
            NullLogger<ProjectionPass>.Instance);

    /// <summary>Whoever holds a lease has lost it without noticing.</summary>
    public void ForgetLeases() => Leases = new InMemoryLeases(Time);

    /// <summary>What makes a projection anew beside the one that is served, in a process.</summary>
    public Rebuild Rebuild(FaultPlan plan)
    {
        var (generations, passes) = (Generations(plan), Passes(plan, new ProjectionOptions { MaxParallelOperations = 1, MaxChanges = 3 }));
        var (leases, queues) = (new FaultyLeases(Leases, plan), new FaultyMessageQueues(Queues, plan));
        return new Rebuild(
            generations,
            passes,
            new Succession(generations, [Audience.Of(plan)], Formats, queues, Time),
            new DocumentVerification(generations, leases, Time),
            new GenerationRemoval(generations, new ProjectionOptions { MaxParallelOperations = 1 }, Time),
            leases,
            queues,
            Time,
            NullLogger<Rebuild>.Instance);
    }

    /// <summary>The projection that is served, as a process keeps it up.</summary>
    public ServedProjection Served(FaultPlan plan, ProjectionOptions? options = null, IDocumentListener? listener = null) =>
        new(Generations(plan), Passes(plan, options, listener: listener), Time);

    /// <summary>The projections there are, as a process sees them.</summary>
    public GenerationRecords Generations(FaultPlan plan) => new(new FaultyObjectStore(Objects, plan), Time);

    public static async Task RunToTheEndAsync(ProjectionPass pass)
    {
        while (await pass.RunAsync(CancellationToken.None) is not PassOutcome.Idle)
        {
        }
    }

    /// <summary>Another store with the same catalog, projected from the start in one go.</summary>
    public async Task<Newsroom> RebuildAsync()
    {
        var rebuilt = new Newsroom { Pages = Pages, Time = Time };
        await RunToTheEndAsync(rebuilt.Process());
        return rebuilt;
    }

    /// <summary>
    /// The public documents by path, as readers can get them: a pass that wakes up late may leave documents of a feed that
    /// is none any more, or of a page that is not in the archive. The list of feeds and the feed's directory do not name
    /// them, and they are not served.
    /// </summary>
    public IReadOnlyDictionary<string, string> Documents() =>
        ServedObjects()
            .Where(pair => pair.Key.Container == Containers.Public && IsServed(pair.Key.Name))
            .ToDictionary(
                pair => pair.Key.Name, pair => Encoding.UTF8.GetString(pair.Value.Content.Span), StringComparer.Ordinal);

    /// <summary>
    /// The documents are those of a rebuild, and what they were made from is sound too: further changes to every feed
    /// lead to the documents of a rebuild again.
    /// </summary>
    public async Task AssertEqualsRebuildAsync(string what, bool hasSeenAll = true)
    {
        AssertSame((await RebuildAsync()).Documents(), Documents(), what);
        if (hasSeenAll)
        {
            Audience.AssertHasSeenAll(what);
        }

        var probe = new Newsroom { Pages = Clone(Pages), Time = Time };
        foreach (var (path, stored) in ServedObjects())
        {
            await probe.Objects.WriteAsync(
                path,
                new ObjectContent(stored.Content, stored.Properties.ContentType ?? "") { Metadata = stored.Properties.Metadata },
                expectedETag: null,
                CancellationToken.None);
        }

        await probe.AppendAsync(
            Some.Publish("probe", published: Some.Morning.AddMinutes(-1), article: Some.Article("Probe", topics: ["A", "B", "C", "D"])),
            Some.Withdraw("edited", received: Some.Morning.AddDays(1)),
            Some.Withdraw("boundary-new", received: Some.Morning.AddDays(1)));
        await RunToTheEndAsync(probe.Process());
        AssertSame((await probe.RebuildAsync()).Documents(), probe.Documents(), what + ", after further changes");
    }

    public static void AssertSame(
        IReadOnlyDictionary<string, string> expected, IReadOnlyDictionary<string, string> actual, string what)
    {
        if (Difference(expected, actual) is { } difference)
        {
            Assert.Fail($"{what}: {difference}");
        }
    }

    /// <summary>The first difference between two sets of documents; null when there is none.</summary>
    public static string? Difference(
        IReadOnlyDictionary<string, string> expected, IReadOnlyDictionary<string, string> actual)
    {
        if (expected.Keys.Except(actual.Keys).FirstOrDefault() is { } missing)
        {
            return missing + " is missing.";
        }

        if (actual.Keys.Except(expected.Keys).FirstOrDefault() is { } stray)
        {
            return $"{stray} should not be there:\n{actual[stray]}";
        }

        foreach (var (path, text) in expected.Where(pair => pair.Value != actual[pair.Key]))
        {
            var lines = text.Split('\n').Append("(end)").Zip(actual[path].Split('\n').Append("(end)"));
            var (line, pair) = lines.Index().First(pair => pair.Item.First != pair.Item.Second);
            return $"{path} differs in line {line + 1}.\nExpected: {pair.First}\nActual:   {pair.Second}\nIn:\n{actual[path]}";
        }

        return null;
    }

    /// <summary>The objects of the projection that is served, where they would lie if it were the only one.</summary>
    public IReadOnlyDictionary<ObjectPath, StoredObject> ServedObjects()
    {
        var objects = Objects.Snapshot();
        var record = objects.TryGetValue(GenerationRecords.RecordPath, out var stored)
            ? JsonSerializer.Deserialize(stored.Content.Span, StateJson.Compact.GenerationRecord)!
            : GenerationRecord.Beginning;
        var prefix = new Generation(record.Served).Prefix;
        return objects
            .Where(pair => Generation.ProjectedContainers.Contains(pair.Key.Container, StringComparer.Ordinal)
                && pair.Key.Name.StartsWith(prefix, StringComparison.Ordinal)
                && (prefix.Length > 0 || !pair.Key.Name.StartsWith('~')))
            .ToDictionary(pair => pair.Key with { Name = pair.Key.Name[prefix.Length..] }, pair => pair.Value);
    }

    private bool IsServed(string name)
    {
        if (!name.StartsWith("feeds/", StringComparison.Ordinal) || name == ObjectPaths.StyleSheet.Name)
        {
            return true;
        }

        var archive = name.LastIndexOf("/archive/", StringComparison.Ordinal);
        var feed = name["feeds/".Length..(archive < 0 ? name.LastIndexOf('.') : archive)];
        if (Read(ObjectPaths.FeedList, StateJson.Compact.FeedList)?.Titles.ContainsKey(feed) != true)
        {
            return false;
        }

        if (archive < 0)
        {
            return true;
        }

        var page = name[(archive + "/archive/".Length)..name.LastIndexOf('.')];
        return Read(ObjectPaths.Directory(feed), StateJson.Compact.FeedDirectory) is { } directory
            && Enumerable.Range(0, directory.Archived).Any(number => directory.NameOf(number) == page);
    }

    private T? Read<T>(ObjectPath path, JsonTypeInfo<T> type)
        where T : class =>
        ServedObjects().TryGetValue(path, out var stored) ? JsonSerializer.Deserialize(stored.Content.Span, type) : null;

    private static InMemoryCatalogPages Clone(InMemoryCatalogPages pages)
    {
        var clone = new InMemoryCatalogPages();
        foreach (var (page, bytes) in pages.Snapshot().OrderBy(pair => pair.Key))
        {
            clone.AppendAsync(page, bytes, CancellationToken.None).GetAwaiter().GetResult();
            if (pages.Snapshot().ContainsKey(page + 1))
            {
                clone.SealAsync(page, CancellationToken.None).GetAwaiter().GetResult();
            }
        }

        return clone;
    }
}
