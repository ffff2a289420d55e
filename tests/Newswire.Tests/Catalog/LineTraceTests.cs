using System.Text;
using Newswire.Catalog;
using Newswire.TestKit;
using Newswire.TestKit.Storage;
using Newswire.TestKit.Telemetry;

namespace Newswire.Tests.Catalog;

/// <summary>A line says in which trace its change was accepted, and nothing else of the change depends on it.</summary>
public sealed class LineTraceTests : IDisposable
{
    private const string Parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private readonly InMemoryCatalogPages pages = new();
    private readonly RecordedTrace recorded = new();

    [Fact]
    public async Task The_trace_is_read_as_it_was_written_and_the_change_is_as_without_it()
    {
        var change = Some.Publish("a");
        await AppendAsync(change);
        using (var root = recorded.Begin())
        {
            await AppendAsync(change);
            var read = await ReadAsync();

            Assert.Equal(2, read.Changes.Count);
            Assert.Equal(default, read.Changes[0].Trace);
            Assert.Equal((root.TraceId, root.SpanId), (read.Changes[1].Trace.TraceId, read.Changes[1].Trace.SpanId));
            Assert.True(read.Changes[1].Trace.IsRemote);
            Assert.Equal(
                System.Text.Json.JsonSerializer.Serialize(read.Changes[0].Change, CatalogJson.Line.Change),
                System.Text.Json.JsonSerializer.Serialize(read.Changes[1].Change, CatalogJson.Line.Change));
        }
    }

    [Fact]
    public async Task A_trace_that_nobody_records_is_not_written_down()
    {
        using var unrecorded = new System.Diagnostics.Activity("unrecorded").Start();
        await AppendAsync(Some.Publish("a"));

        Assert.DoesNotContain("trace", Encoding.UTF8.GetString(pages.Snapshot()[1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"change":"withdraw","articleId":"a"}""")]
    [InlineData("""{"change":"publish","article":{"headline":"x","trace":"PARENT"}}""")]
    [InlineData("""{"change":"publish","headline":"\",\"trace\":\"PARENT\"}"}""")]
    [InlineData("""{"change":"publish","trace":"00-00000000000000000000000000000000-0000000000000000-01"}""")]
    [InlineData("""{"change":"publish","trace":"11-not-a-trace-at-all-but-as-long-as-one-would-have-to-be-"}""")]
    [InlineData("")]
    [InlineData("}")]
    public void What_is_no_trace_of_the_line_is_none(string line) =>
        Assert.Equal(default, LineTrace.Read(Encoding.UTF8.GetBytes(line.Replace("PARENT", Parent, StringComparison.Ordinal))));

    [Fact]
    public void Without_a_trace_a_line_is_as_it_was()
    {
        var line = "{\"a\":1}"u8.ToArray();

        Assert.Same(line, LineTrace.Add(line, parent: null));
        Assert.Equal($$"""{"a":1,"trace":"{{Parent}}"}""", Encoding.UTF8.GetString(LineTrace.Add(line, Parent)));
    }

    [Fact]
    public async Task Erasing_takes_the_trace_with_the_content_and_moves_no_position()
    {
        var change = Some.Publish("a");
        using (recorded.Begin())
        {
            await AppendAsync(change);
        }

        var before = (await ReadAsync()).Changes[0].Position;
        await new CatalogEraser(pages, new CatalogOptions()).EraseAsync("a", change.Received, [Position.Start], CancellationToken.None);

        var read = await ReadAsync();
        Assert.IsType<Change.Erased>(Assert.Single(read.Changes).Change);
        Assert.Equal(before, read.Changes[0].Position);
        Assert.Equal(default, read.Changes[0].Trace);
    }

    public void Dispose() => recorded.Dispose();

    private Task AppendAsync(Change change) =>
        new CatalogWriter(pages, new CatalogOptions()).AppendAsync([change], CancellationToken.None);

    private Task<CatalogRead> ReadAsync() =>
        new CatalogReader(pages, new CatalogOptions()).ReadAsync(Position.Start, 100, long.MaxValue, CancellationToken.None);
}
