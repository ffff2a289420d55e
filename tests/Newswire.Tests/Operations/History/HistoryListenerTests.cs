using System.Diagnostics.Metrics;
using Microsoft.Extensions.Time.Testing;
using Newswire.Counting;
using Newswire.Operations.History;
using Newswire.Telemetry;
using Newswire.TestKit;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Operations.History;

/// <summary>What is measured is in history, and nobody who measures knows of it.</summary>
public sealed class HistoryListenerTests : IDisposable
{
    private readonly InMemoryObjectStore objects = new();
    private readonly HistoryBook book;
    private readonly Meter meter = new($"Newswire.Tests.{Guid.NewGuid():N}");
    private readonly HistoryListener listener;

    public HistoryListenerTests()
    {
        book = new HistoryBook(objects, new CountingProcess("a"), new FakeTimeProvider(Some.Morning));
        listener = new HistoryListener(book, meter.Name);
    }

    [Fact]
    public async Task A_counter_is_a_sum_for_each_value_of_its_attribute()
    {
        var counter = meter.CreateCounter<long>("requests");
        counter.Count(Measures.Status, 304);
        counter.Count(Measures.Status, 304);
        counter.Count(Measures.Status, 200);

        var point = await ReadAsync();

        Assert.Equal([("200", 1.0), ("304", 2.0)], HistorySeries.SumsOf(point, counter));
        Assert.Equal(2, point.Sum(HistorySeries.Of(counter, "304")));
        Assert.Empty(point.Maxima);
    }

    [Fact]
    public async Task A_gauge_is_the_most_there_was()
    {
        var gauge = meter.CreateGauge<double>("freshness");
        gauge.Record(3);
        gauge.Record(8);
        gauge.Record(0);

        var point = await ReadAsync();

        Assert.Equal(8, point.Max("freshness"));
        Assert.Empty(point.Sums);
    }

    [Fact]
    public async Task A_histogram_is_its_sum_its_count_and_the_most_there_was()
    {
        var histogram = meter.CreateHistogram<double>("duration");
        histogram.Record(0.5);
        histogram.Record(1.5);

        var point = await ReadAsync();

        Assert.Equal(
            (2.0, 2.0, 1.5),
            (point.Sum("duration"), point.Sum(HistorySeries.CountOf(histogram)), point.Max("duration")));
    }

    [Fact]
    public async Task What_other_meters_measure_is_no_concern_of_ours()
    {
        using var other = new Meter($"{meter.Name}.Other");
        other.CreateCounter<long>("requests").Add(1);

        Assert.Empty((await ReadAsync()).Sums);
    }

    [Fact]
    public void Recording_what_was_recorded_before_allocates_nothing()
    {
        var counter = meter.CreateCounter<long>("requests");
        object status = 304;
        counter.Count(Measures.Status, status);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            counter.Count(Measures.Status, status);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    public void Dispose()
    {
        listener.Dispose();
        meter.Dispose();
        book.Dispose();
    }

    private async Task<HistoryPoint> ReadAsync()
    {
        await book.FlushAsync(CancellationToken.None);
        return (await new HistoryReader(objects).ReadAsync(Some.Morning, Some.Morning.AddMinutes(1), CancellationToken.None)).Total;
    }
}
