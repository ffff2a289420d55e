using Microsoft.Extensions.Time.Testing;
using Newswire.Counting;
using Newswire.Operations.History;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Operations.History;

/// <summary>What is recorded of how it runs, how it is read again, what it costs and how long it is kept.</summary>
public sealed class HistoryBookTests : IDisposable
{
    private readonly FakeTimeProvider time = new(Some.Morning);
    private readonly InMemoryObjectStore objects = new();
    private readonly FaultPlan plan = FaultPlan.Count();
    private readonly HistoryBook book;

    public HistoryBookTests() => book = new HistoryBook(new FaultyObjectStore(objects, plan), new CountingProcess("a"), time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sums_are_added_up_and_maxima_raised_minute_by_minute()
    {
        book.Add("requests/304", 1);
        book.Add("requests/304", 2);
        book.Peak("freshness", 4);
        book.Peak("freshness", 3);
        time.Advance(TimeSpan.FromMinutes(2));
        book.Add("requests/304", 5);
        await book.FlushAsync(Token);

        var range = await ReadAsync(Some.Morning, TimeSpan.FromMinutes(4));

        Assert.Equal(TimeSpan.FromMinutes(1), range.Step);
        Assert.Equal([3, 0, 5, 0], range.Points.Select(point => point.Point.Sum("requests/304")));
        Assert.Equal([4, null, null, null], range.Points.Select(point => point.Point.Max("freshness")));
        Assert.Equal((8, 4), (range.Total.Sum("requests/304"), range.Total.Max("freshness")));
    }

    [Fact]
    public async Task What_several_processes_measured_in_one_minute_is_put_together()
    {
        using var other = new HistoryBook(objects, new CountingProcess("b"), time);
        book.Add("passes", 1);
        book.Peak("freshness", 4);
        other.Add("passes", 2);
        other.Peak("freshness", 9);
        await book.FlushAsync(Token);
        await other.FlushAsync(Token);
        book.Add("passes", 4);
        await book.FlushAsync(Token);

        var point = Assert.Single((await ReadAsync(Some.Morning, TimeSpan.FromMinutes(1))).Points).Point;

        Assert.Equal((7, 9), (point.Sum("passes"), point.Max("freshness")));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(6, 1)]
    [InlineData(7, 10)]
    [InlineData(48, 10)]
    [InlineData(49, 60)]
    [InlineData(31 * 24, 60)]
    [InlineData((31 * 24) + 1, 24 * 60)]
    public async Task Longer_times_are_read_in_longer_steps_and_nothing_is_missing(int hours, int stepMinutes)
    {
        var begin = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        time.SetUtcNow(begin.AddYears(1));
        using var later = new HistoryBook(objects, new CountingProcess("b"), time);
        for (var hour = 0; hour < hours; hour++)
        {
            time.AdjustTime(begin.AddHours(hour).AddMinutes(hour % 60));
            later.Add("passes", 1);
            later.Peak("freshness", hour);
            await later.FlushAsync(Token);
        }

        var range = await ReadAsync(begin, TimeSpan.FromHours(hours));

        Assert.Equal(TimeSpan.FromMinutes(stepMinutes), range.Step);
        Assert.InRange(range.Points.Count, 1, 750);
        Assert.Equal(range.Points.Select((_, i) => begin + (i * range.Step)), range.Points.Select(point => point.At));
        Assert.Equal((hours, hours - 1), (range.Total.Sum("passes"), range.Total.Max("freshness")));
    }

    [Fact]
    public async Task A_time_that_begins_within_a_step_is_read_from_the_beginning_of_the_step()
    {
        book.Add("passes", 1);
        await book.FlushAsync(Token);

        var range = await ReadAsync(Some.Morning.AddSeconds(30), TimeSpan.FromHours(1));

        Assert.Equal(1, range.Total.Sum("passes"));
        Assert.Equal(Some.Morning, range.Points[0].At);
    }

    [Fact]
    public async Task Recording_asks_nothing_of_storage_and_writing_down_two_objects()
    {
        for (var i = 0; i < 1_000; i++)
        {
            book.Add("requests/304", 1);
            book.Peak("freshness", i);
        }

        Assert.Empty(plan.Operations);
        await book.FlushAsync(Token);
        await book.FlushAsync(Token);

        Assert.Equal(
            [
                "read operations/history/2026-03-04/09.json", "write operations/history/2026-03-04/09.json",
                "read operations/history/2026-03-04/hours.json", "write operations/history/2026-03-04/hours.json",
            ],
            plan.Operations);
    }

    [Fact]
    public async Task A_day_is_read_by_the_hour_and_a_month_by_the_day()
    {
        var reader = new HistoryReader(new FaultyObjectStore(objects, plan));

        await reader.ReadAsync(Some.Morning, Some.Morning.AddDays(1), Token);
        Assert.InRange(plan.Operations.Count, 24, 25);
        var operations = plan.Operations.Count;
        await reader.ReadAsync(Some.Morning, Some.Morning.AddDays(30), Token);
        Assert.InRange(plan.Operations.Count - operations, 30, 31);
    }

    [Fact]
    public async Task Memory_and_objects_have_bounds_whatever_is_measured()
    {
        for (var minute = 0; minute < HistoryLimits.MaxMinutesInMemory + 60; minute++)
        {
            book.Add("passes", 1);
            time.Advance(TimeSpan.FromMinutes(1));
        }

        for (var i = 0; i < HistoryLimits.MaxSeries * 2; i++)
        {
            book.Add($"sum/{i}", 1);
            book.Peak($"max/{i}", 1);
        }

        await book.FlushAsync(Token);

        var range = await ReadAsync(Some.Morning, TimeSpan.FromDays(2));
        Assert.Equal(HistoryLimits.MaxMinutesInMemory - 1, range.Total.Sum("passes"));
        Assert.Equal((1, 0), (range.Total.Sum("sum/0"), range.Total.Sum($"sum/{HistoryLimits.MaxSeries}")));
        Assert.Null(range.Total.Max($"max/{HistoryLimits.MaxSeries}"));
    }

    [Fact]
    public async Task Days_that_are_kept_no_longer_are_removed()
    {
        for (var day = 0; day < 5; day++)
        {
            book.Add("passes", 1);
            await book.FlushAsync(Token);
            time.Advance(TimeSpan.FromDays(1));
        }

        await new HistoryHousekeeping(objects, new HistoryOptions { KeptDays = 2 }, time).RunAsync(Token);

        Assert.Equal(
            ["history/2026-03-07/09.json", "history/2026-03-07/hours.json", "history/2026-03-08/09.json", "history/2026-03-08/hours.json"],
            objects.Snapshot().Keys.Select(path => path.Name).Order(StringComparer.Ordinal));
        Assert.All(objects.Snapshot().Keys, path => Assert.Equal(Containers.Operations, path.Container));
    }

    public void Dispose() => book.Dispose();

    private Task<HistoryRange> ReadAsync(DateTimeOffset from, TimeSpan length) =>
        new HistoryReader(objects).ReadAsync(from, from + length, Token);
}
