using Microsoft.Extensions.Time.Testing;
using Newswire.Operations.History;
using Newswire.Operations.Readers;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Operations.Readers;

/// <summary>Of what services say the newest counts, each once, whoever was asked and however often it is written down.</summary>
public sealed class ReaderBookTests : IDisposable
{
    private static readonly ObjectPath Rss = ObjectPaths.Document("latest", "rss");
    private static readonly ObjectPath Atom = ObjectPaths.Document("latest", "atom");

    private readonly FakeTimeProvider time = new(Some.Morning);
    private readonly InMemoryObjectStore objects = new();
    private readonly FaultPlan plan = FaultPlan.Count();
    private readonly ReaderBook book;
    private readonly ReaderBook other;

    public ReaderBookTests()
    {
        book = new ReaderBook(new FaultyObjectStore(objects, plan), time);
        other = new ReaderBook(objects, time);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_service_says_last_counts_whichever_process_it_asks()
    {
        book.Note(Rss, Feedly(40));
        time.Advance(TimeSpan.FromMinutes(1));
        other.Note(Rss, Feedly(42));
        await other.FlushAsync(Token);
        await book.FlushAsync(Token);

        Assert.Equal([new ReaderCount("latest", "Feedly", 42, Some.Morning.AddMinutes(1))], await ReadAsync());
    }

    [Fact]
    public async Task Subscribers_of_two_formats_are_different_people_unless_the_service_says_it_is_one_feed()
    {
        book.Note(Rss, Feedly(40));
        book.Note(Atom, Feedly(2));
        book.Note(Rss, "Feedbin feed-id:7 - 12 subscribers");
        time.Advance(TimeSpan.FromMinutes(1));
        book.Note(Atom, "Feedbin feed-id:7 - 12 subscribers");
        book.Note(Atom, "Feedbin feed-id:8 - 3 subscribers");
        book.Note(ObjectPaths.Document("topics/crime", "rss"), Feedly(5));
        await book.FlushAsync(Token);

        Assert.Equal(
            [("latest", "Feedbin", 15L), ("latest", "Feedly", 42L), ("topics/crime", "Feedly", 5L)],
            (await ReadAsync()).Select(count => (count.Feed, count.Service, count.Subscribers)));
    }

    [Fact]
    public async Task Yesterday_counts_until_the_service_asks_again_and_the_day_before_does_not()
    {
        book.Note(Rss, Feedly(40));
        book.Note(Atom, Feedly(2));
        await book.FlushAsync(Token);
        time.Advance(TimeSpan.FromDays(1));
        book.Note(Rss, Feedly(41));
        await book.FlushAsync(Token);

        Assert.Equal(43, Assert.Single(await ReadAsync()).Subscribers);
        time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(41, Assert.Single(await ReadAsync()).Subscribers);
        time.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task What_was_not_written_down_is_the_next_time_and_nothing_new_is_not_written()
    {
        plan.Unanswered = operation => operation.StartsWith("write", StringComparison.Ordinal);
        book.Note(Rss, Feedly(40));
        await Assert.ThrowsAsync<StorageAwayException>(() => book.FlushAsync(Token));
        plan.Unanswered = null;
        await book.FlushAsync(Token);
        Assert.Equal(40, Assert.Single(await ReadAsync()).Subscribers);

        var operations = plan.Operations.Count;
        await book.FlushAsync(Token);
        Assert.Equal(operations, plan.Operations.Count);
    }

    [Fact]
    public async Task Whoever_claims_to_be_many_services_fills_no_memory_and_no_storage()
    {
        for (var i = 0; i < ReaderLimits.MaxInMemory + 100; i++)
        {
            book.Note(Rss, $"Feedbin feed-id:{i} - 1 subscribers");
        }

        await book.FlushAsync(Token);
        Assert.Equal(ReaderLimits.MaxInMemory, Assert.Single(await ReadAsync()).Subscribers);

        var full = ReaderDay.None.With(Enumerable.Range(0, ReaderLimits.MaxCounts + 10).Select(i =>
            KeyValuePair.Create($"{i}", new ReaderCount("latest", "other", 1, Some.Morning))));
        Assert.Equal(ReaderLimits.MaxCounts, full.Counts.Count);
    }

    [Fact]
    public async Task Other_documents_have_no_subscribers()
    {
        book.Note(ObjectPaths.Archive("latest", "0001", "rss"), Feedly(40));
        book.Note(ObjectPaths.StyleSheet, Feedly(40));
        await book.FlushAsync(Token);

        Assert.Empty(plan.Operations);
    }

    [Fact]
    public async Task Days_that_are_kept_no_longer_are_removed()
    {
        book.Note(Rss, Feedly(40));
        await book.FlushAsync(Token);
        var housekeeping = new HistoryHousekeeping(objects, new HistoryOptions { KeptDays = 1 }, time);

        time.Advance(TimeSpan.FromDays(1));
        await housekeeping.RunAsync(Token);
        Assert.Single(objects.Snapshot());
        time.Advance(TimeSpan.FromDays(1));
        await housekeeping.RunAsync(Token);
        Assert.Empty(objects.Snapshot());
    }

    public void Dispose()
    {
        book.Dispose();
        other.Dispose();
    }

    private static string Feedly(int subscribers) =>
        $"Feedly/1.0 (+http://www.feedly.com/fetcher.html; {subscribers} subscribers; like FeedFetcher-Google)";

    private Task<IReadOnlyList<ReaderCount>> ReadAsync() => new ReaderReports(objects, time).ReadAsync(Token);
}
