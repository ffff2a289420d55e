using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Newswire.Counting;
using Newswire.Partners.Usage;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Partners.Usage;

/// <summary>What is recorded of what partners take, what it costs, and how long it is kept.</summary>
public sealed class UsageBookTests : IDisposable
{
    private static readonly UsageCounts Taken = UsageCounts.None with { Taken = 1, Bytes = 100 };
    private static readonly DateOnly Today = DateOnly.FromDateTime(Some.Morning.UtcDateTime);

    private readonly FakeTimeProvider time = new(Some.Morning);
    private readonly InMemoryObjectStore objects = new();
    private readonly FaultPlan plan = FaultPlan.Count();
    private readonly UsageBook book;

    public UsageBookTests() => book = new UsageBook(new FaultyObjectStore(objects, plan), new CountingProcess("a"), time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_recorded_by_day_feed_and_article()
    {
        book.Record(new("planet", Taken, "latest", ["bridge", "ferry"]));
        book.Record(new("planet", Taken, "topics/crime", ["bridge"]));
        book.Record(new("planet", UsageCounts.None with { NotModified = 1 }, "latest", []));
        book.Record(new("planet", UsageCounts.None with { Refused = 1 }, null, []));
        book.Record(new("gazette", UsageCounts.None with { Failed = 1 }, null, []));
        time.Advance(TimeSpan.FromDays(1));
        book.Record(new("planet", Taken, "latest", ["ferry"]));
        await book.FlushAsync(Token);

        var report = await ReportAsync("planet", Today.AddDays(-1), Today.AddDays(1));

        Assert.Equal(new UsageCounts(3, 1, 1, 0, 300), report.Total);
        Assert.Equal(
            [(Today.AddDays(-1), UsageCounts.None), (Today, new UsageCounts(2, 1, 1, 0, 200)), (Today.AddDays(1), Taken)], report.Days);
        Assert.Equal([("latest", new UsageCounts(2, 1, 0, 0, 200)), ("topics/crime", Taken)], report.Feeds);
        Assert.Equal([("bridge", 2L), ("ferry", 2L)], report.Articles);
        Assert.Equal(0, report.OtherArticles);
    }

    [Fact]
    public async Task Recording_asks_nothing_of_storage_and_writing_down_a_read_and_a_write_for_each_partner_and_day()
    {
        for (var i = 0; i < 1_000; i++)
        {
            book.Record(new("planet", Taken, "latest", [$"{i}"]));
            book.Record(new("gazette", Taken, "latest", [$"{i}"]));
        }

        Assert.Empty(plan.Operations);
        await book.FlushAsync(Token);
        await book.FlushAsync(Token);

        Assert.Equal(
            [
                "read partner-usage/days/2026-03-04/gazette.json", "read partner-usage/days/2026-03-04/planet.json",
                "write partner-usage/days/2026-03-04/gazette.json", "write partner-usage/days/2026-03-04/planet.json",
            ],
            plan.Operations.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_too_many_articles_those_taken_most_are_kept_and_the_others_summed_up()
    {
        for (var i = 0; i < UsageLimits.MaxArticles + 500; i++)
        {
            book.Record(new("planet", Taken, null, i < 10 ? [$"{i:D4}", "front"] : [$"{i:D4}"]));
        }

        await book.FlushAsync(Token);
        book.Record(new("planet", Taken, null, ["9999", "9999x"]));
        book.Record(new("planet", Taken, null, ["9999"]));
        await book.FlushAsync(Token);

        var stored = await StoredAsync("planet");
        Assert.Equal(UsageLimits.MaxArticles, stored.Articles.Count);
        Assert.Equal((10L, 2L), (stored.Articles["front"], stored.Articles["9999"]));
        Assert.Equal(UsageLimits.MaxArticles + 510 + 3, stored.Articles.Values.Sum() + stored.OtherArticles);
        var report = await ReportAsync("planet", Today, Today);
        Assert.Equal(["front", "9999"], report.Articles.Take(2).Select(article => article.Article));
        Assert.Equal(UsageLimits.MaxReportedArticles, report.Articles.Count);
        Assert.Equal(UsageLimits.MaxArticles + 513, report.Articles.Sum(article => article.Taken) + report.OtherArticles);
    }

    [Fact]
    public async Task A_process_counts_no_more_names_than_there_is_room_for_and_loses_no_total()
    {
        const int Requests = (UsageLimits.MaxNamesInMemory / 1_000) + 20;
        for (var i = 0; i < Requests; i++)
        {
            book.Record(new($"partner-{i % 3}", Taken, "latest", [.. Enumerable.Range(i * 1_000, 1_000).Select(name => name.ToString(CultureInfo.InvariantCulture))]));
        }

        await book.FlushAsync(Token);

        var stored = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => StoredAsync($"partner-{i}")));
        Assert.Equal(Requests, stored.Sum(usage => usage.Total.Taken));
        Assert.Equal(Requests * 1_000, stored.Sum(usage => usage.OtherArticles + usage.Articles.Values.Sum()));
        Assert.All(stored, usage => Assert.True(usage.OtherArticles >= 20_000 / 3));
    }

    [Fact]
    public async Task An_object_does_not_grow_beyond_its_bounds_whatever_partners_take()
    {
        for (var i = 0; i < UsageLimits.MaxArticles; i++)
        {
            book.Record(new("planet", Taken, $"feed-{i % (UsageLimits.MaxFeeds + 100)}", [new string('x', 120) + $"{i:D8}"]));
        }

        await book.FlushAsync(Token);

        Assert.Equal(UsageLimits.MaxFeeds, (await StoredAsync("planet")).Feeds.Count);
        Assert.InRange(objects.Snapshot().Values.Single().Content.Length, 0, 400 * 1024);
    }

    [Fact]
    public async Task Days_that_are_kept_no_longer_are_removed_and_looking_for_them_stops_at_the_first_that_is()
    {
        var options = new UsageOptions { KeptDays = 2 };
        for (var day = 0; day < 5; day++)
        {
            book.Record(new("planet", Taken, null, []));
            book.Record(new("gazette", Taken, null, []));
            await book.FlushAsync(Token);
            time.Advance(TimeSpan.FromDays(1));
        }

        await objects.WriteAsync(new ObjectPath(Containers.PartnerUsage, "days/nonsense"), new("{}"u8.ToArray(), "application/json"), null, Token);
        var operations = plan.Operations.Count;

        await new UsageHousekeeping(new FaultyObjectStore(objects, plan), options, time).RunAsync(Token);

        // Today nothing was taken yet; of the days before, two are kept.
        Assert.Equal(
            ["days/2026-03-07/gazette.json", "days/2026-03-07/planet.json", "days/2026-03-08/gazette.json", "days/2026-03-08/planet.json", "days/nonsense"],
            objects.Snapshot().Keys.Select(path => path.Name).Order(StringComparer.Ordinal));
        Assert.Equal(1 + (2 * 6), plan.Operations.Count - operations);
    }

    public void Dispose() => book.Dispose();

    private Task<PartnerReport> ReportAsync(string partner, DateOnly from, DateOnly to) =>
        new UsageReports(objects).ReadAsync(partner, from, to, Token);

    private async Task<DayUsage> StoredAsync(string partner) => System.Text.Json.JsonSerializer.Deserialize(
        (await objects.ReadAsync(UsagePaths.Of(partner, Today), Token))!.Content.Span, UsageJson.Stored.DayUsage)!;
}
