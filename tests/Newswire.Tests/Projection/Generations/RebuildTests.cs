using System.Text;
using Newswire.Catalog;
using Newswire.Projection;
using Newswire.Projection.Generations;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;

namespace Newswire.Tests.Projection.Generations;

public sealed class RebuildTests
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    private readonly Newsroom newsroom = new();

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task What_was_rebuilt_takes_the_place_with_the_same_documents_and_validators()
    {
        await LiveAsync();
        var before = Facts();

        await RebuildAsync();

        Assert.Equal(2, (await RecordAsync()).Served);
        Assert.Equal(before, Facts());
        await newsroom.AssertEqualsRebuildAsync("after a rebuild");
    }

    [Fact]
    public async Task A_rebuild_mends_what_was_harmed_and_tells_who_follows_just_that()
    {
        await LiveAsync();
        await HarmAsync(ObjectPaths.Document("topics/a", "rss"));
        newsroom.Audience.Forget();

        await RebuildAsync();

        Assert.Equal(["topics/a"], newsroom.Audience.Feeds);
        await newsroom.AssertEqualsRebuildAsync("after a rebuild", hasSeenAll: false);
    }

    [Fact]
    public async Task What_comes_while_it_is_built_is_told_once_and_is_there_before_and_after()
    {
        await LiveAsync();
        var rebuild = newsroom.Rebuild(FaultPlan.Count());
        await rebuild.BeginAsync(BuildPurpose.Rebuild, None);
        await rebuild.BuildAsync(TimeSpan.Zero, None);
        Assert.NotNull((await RecordAsync()).Building);

        await newsroom.AppendAsync(Some.Publish("meanwhile", article: Some.Article("Meanwhile", topics: ["A"])));
        await Newsroom.RunToTheEndAsync(newsroom.Process());
        newsroom.Audience.Forget();
        await rebuild.BuildAsync(Long, None);

        Assert.Empty(newsroom.Audience.Feeds);
        Assert.Null((await RecordAsync()).Building);
        await newsroom.AssertEqualsRebuildAsync("after a rebuild", hasSeenAll: false);
    }

    [Fact]
    public async Task What_is_due_between_two_passes_is_told_by_the_one_that_is_served()
    {
        await newsroom.AppendAsync(Some.Publish("late", article: Some.Article("Comet")) with { Embargo = Some.Morning.AddHours(30) });
        await LiveAsync();
        newsroom.Time.Advance(TimeSpan.FromHours(12));

        // Nobody has looked yet, and the time has come.
        await RebuildAsync();
        Assert.DoesNotContain("Comet", newsroom.Documents()["feeds/latest.rss"], StringComparison.Ordinal);
        await LiveOnAsync();

        Assert.Contains("Comet", newsroom.Documents()["feeds/latest.rss"], StringComparison.Ordinal);
        await newsroom.AssertEqualsRebuildAsync("after a rebuild");
    }

    [Fact]
    public async Task A_process_that_slept_through_a_rebuild_goes_on_where_everybody_is()
    {
        await LiveAsync();
        using var sleeper = newsroom.Served(FaultPlan.Count());
        var runner = Runner(sleeper);
        await runner.CatchUpAsync(None);
        await RebuildAsync();
        newsroom.Time.Advance(GenerationRemoval.Watch);
        await newsroom.Rebuild(FaultPlan.Count()).WorkAsync(None);

        await newsroom.AppendAsync(Some.Publish("later", article: Some.Article("Later", topics: ["A"])));
        await runner.CatchUpAsync(None);

        await newsroom.AssertEqualsRebuildAsync("after a rebuild");
    }

    [Fact]
    public async Task Of_what_was_replaced_nothing_stays_but_the_cursor()
    {
        await LiveAsync();
        await RebuildAsync();
        var rebuild = newsroom.Rebuild(FaultPlan.Count());
        await rebuild.WorkAsync(None);
        Assert.Contains(ObjectPaths.Document("latest", "rss"), newsroom.Objects.Snapshot().Keys);

        newsroom.Time.Advance(GenerationRemoval.Respite);
        await rebuild.WorkAsync(None);

        Assert.Equal([ObjectPaths.Cursor], OfFirst());
        Assert.Single((await RecordAsync()).Retired);

        newsroom.Time.Advance(GenerationRemoval.Watch);
        await rebuild.WorkAsync(None);
        Assert.Empty((await RecordAsync()).Retired);
        await newsroom.AssertEqualsRebuildAsync("after the removal");
    }

    [Fact]
    public async Task What_was_given_up_is_removed_and_whoever_was_building_it_stops()
    {
        await LiveAsync();
        var plan = FaultPlan.PauseBefore(20);
        var stalled = newsroom.Rebuild(plan);
        await stalled.BeginAsync(BuildPurpose.Rebuild, None);
        var building = stalled.BuildAsync(Long, None);
        await plan.Paused;

        var rebuild = newsroom.Rebuild(FaultPlan.Count());
        await rebuild.AbandonAsync(None);
        plan.Resume();
        await building;
        newsroom.Time.Advance(GenerationRemoval.Respite);
        await rebuild.WorkAsync(None);

        Assert.Equal((1, BuildEnd.Abandoned), ((await RecordAsync()).Served, (await RecordAsync()).Last!.End));
        Assert.Equal(
            ["~2/cursor.json"],
            newsroom.Objects.Snapshot().Keys.Select(path => path.Name).Where(name => name.StartsWith('~')));
        await newsroom.AssertEqualsRebuildAsync("after it was given up");
    }

    [Fact]
    public async Task A_second_rebuild_follows_the_first()
    {
        await LiveAsync();
        var before = Facts();

        await RebuildAsync();
        await RebuildAsync();

        Assert.Equal(3, (await RecordAsync()).Served);
        Assert.Equal(before, Facts());
        await newsroom.AssertEqualsRebuildAsync("after two rebuilds");
    }

    [Fact]
    public async Task A_publication_without_articles_can_be_rebuilt()
    {
        await RebuildAsync();
        await LiveAsync();

        await newsroom.AssertEqualsRebuildAsync("after a rebuild of nothing");
    }

    private static ProjectionRunner RunnerOf(Newsroom newsroom, ServedProjection served) => new(
        served,
        new CatalogReader(newsroom.Pages, new CatalogOptions()),
        newsroom.Leases,
        newsroom.Queues,
        newsroom.Time);

    private ProjectionRunner Runner(ServedProjection served) => RunnerOf(newsroom, served);

    /// <summary>A life in several passes, at different times, so that documents have different dates.</summary>
    private async Task LiveAsync()
    {
        foreach (var (id, topic, version) in new[] { ("one", "A", 1), ("two", "B", 1), ("three", "A", 1), ("two", "C", 2), ("four", "B", 1) })
        {
            await newsroom.AppendAsync(Some.Publish(id, version, article: Some.Article($"{id} {version}", topics: [topic])));
            await LiveOnAsync();
            newsroom.Time.Advance(TimeSpan.FromMinutes(7));
        }

        await newsroom.AppendAsync(Some.Withdraw("three", received: newsroom.Time.GetUtcNow()));
        await LiveOnAsync();
        newsroom.Time.Advance(TimeSpan.FromMinutes(7));
    }

    private async Task LiveOnAsync()
    {
        using var served = newsroom.Served(FaultPlan.Count());
        await Runner(served).CatchUpAsync(None);
    }

    private async Task RebuildAsync()
    {
        var rebuild = newsroom.Rebuild(FaultPlan.Count());
        await rebuild.BeginAsync(BuildPurpose.Rebuild, None);
        Assert.Null((await rebuild.BuildAsync(Long, None))!.Building);
    }

    private Task<GenerationRecord> RecordAsync() => newsroom.Generations(FaultPlan.Count()).ReadAsync(None);

    private async Task HarmAsync(ObjectPath path)
    {
        var stored = await newsroom.Objects.ReadAsync(path, None);
        await newsroom.Objects.WriteAsync(
            path,
            new ObjectContent(Encoding.UTF8.GetBytes("harmed"), "text/plain") { Metadata = new DocumentFacts("harmed", newsroom.Time.GetUtcNow()).ToMetadata() },
            stored!.Properties.ETag,
            None);
    }

    private IReadOnlyList<ObjectPath> OfFirst() =>
    [
        .. newsroom.Objects.Snapshot().Keys.Where(path =>
            Generation.ProjectedContainers.Contains(path.Container, StringComparer.Ordinal) && !path.Name.StartsWith('~')),
    ];

    private Dictionary<string, DocumentFacts?> Facts() => newsroom.ServedObjects()
        .Where(pair => pair.Key.Container == Containers.Public)
        .ToDictionary(pair => pair.Key.Name, pair => DocumentFacts.From(pair.Value.Properties.Metadata), StringComparer.Ordinal);
}
