using System.Diagnostics;
using Newswire.Catalog;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.Telemetry;
using Newswire.TestKit;
using Newswire.TestKit.Telemetry;

namespace Newswire.Tests.Projection;

/// <summary>A change can be followed through the pass to each document, and no document knows of it.</summary>
public sealed class PassTraceTests : IDisposable
{
    private readonly RecordedTrace recorded = new();
    private readonly Newsroom newsroom = new();

    [Fact]
    public async Task A_pass_is_in_the_trace_of_the_oldest_change_and_the_others_lead_to_it()
    {
        var (first, second) = (await AcceptAsync("first"), await AcceptAsync("second"));

        await RunAsync();

        var pass = recorded.Span("pass");
        Assert.Equal((first.TraceId, first.SpanId), (pass.TraceId, pass.ParentSpanId));
        Assert.Equal(second.TraceId, Assert.Single(pass.Links).Context.TraceId);
        var other = recorded.Span("pass of another trace");
        Assert.Equal((second.TraceId, second.SpanId), (other.TraceId, other.ParentSpanId));
        Assert.Equal(pass.Context, Assert.Single(other.Links).Context);
    }

    [Fact]
    public async Task Each_document_is_a_part_of_the_pass()
    {
        await AcceptAsync("first");

        await RunAsync();

        var pass = recorded.Span("pass");
        var documents = recorded.Spans.Where(span => span.OperationName == "write document").ToList();
        Assert.Equal(
            newsroom.Objects.Snapshot().Keys.Where(path => path.Container == Containers.Public).Select(path => path.Name).Order(StringComparer.Ordinal),
            documents.Select(span => (string)span.GetTagItem("newswire.document.name")!).Order(StringComparer.Ordinal));
        Assert.All(documents, span => Assert.Equal((pass.TraceId, pass.SpanId), (span.TraceId, span.ParentSpanId)));
    }

    [Fact]
    public async Task Who_follows_a_pass_is_in_its_trace()
    {
        var root = await AcceptAsync("first");
        ActivityTraceId? followed = null;

        await Newsroom.RunToTheEndAsync(newsroom.Process(followers: [new Follower(() => followed = Activity.Current?.TraceId)]));

        Assert.Equal(root.TraceId, followed);
    }

    [Fact]
    public async Task Documents_and_state_are_the_same_with_traces_and_without()
    {
        await AcceptAsync("first");
        await AcceptAsync("second");
        await RunAsync();
        var plain = new Newsroom();
        await plain.AppendAsync(Publish("first"), Publish("second"));
        await Newsroom.RunToTheEndAsync(plain.Process());

        Assert.Equal(Contents(plain), Contents(newsroom));
    }

    [Fact]
    public async Task A_rebuild_is_in_no_trace_of_long_ago()
    {
        await AcceptAsync("first");
        newsroom.Time.Advance(TimeSpan.FromDays(1));

        await RunAsync();

        Assert.Empty(recorded.Spans);
    }

    [Fact]
    public void A_piece_of_work_has_no_more_parts_than_the_bound()
    {
        var root = recorded.Begin();
        for (var i = 0; i < Traces.MaxParts + 10; i++)
        {
            Traces.StartPart("part")?.Dispose();
        }

        root.Dispose();
        Assert.Equal(Traces.MaxParts, recorded.Spans.Count);
        Assert.Null(Traces.StartPart("part of nothing"));
    }

    public void Dispose() => recorded.Dispose();

    private static Dictionary<ObjectPath, string> Contents(Newsroom newsroom) => newsroom.Objects.Snapshot()
        .Where(stored => stored.Key.Container != Containers.Projection && stored.Key.Container != Containers.Articles)
        .ToDictionary(stored => stored.Key, stored => System.Text.Encoding.UTF8.GetString(stored.Value.Content.Span));

    private Change.Publish Publish(string id) => Some.Publish(id) with { Received = newsroom.Time.GetUtcNow().AddSeconds(id == "first" ? -9 : -5) };

    private async Task<ActivityContext> AcceptAsync(string id)
    {
        using var root = recorded.Begin();
        await newsroom.AppendAsync(Publish(id));
        return root.Context;
    }

    private Task RunAsync() => Newsroom.RunToTheEndAsync(newsroom.Process());

    private sealed class Follower(Action follow) : IPassFollower
    {
        public Task FollowAsync(PassNews news, CancellationToken cancellationToken)
        {
            follow();
            return Task.CompletedTask;
        }
    }
}
