using System.Diagnostics;
using Newswire.Storage;
using Newswire.TestKit.Storage;
using Newswire.TestKit.Telemetry;

namespace Newswire.Tests.Storage;

/// <summary>A message brings its trace along, and who knows of none finds the message as it was.</summary>
public sealed class TracedMessageTests : IDisposable
{
    private readonly RecordedTrace recorded = new();
    private readonly InMemoryMessageQueues queues = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("latest\ntopics/crime")]
    [InlineData("{\"id\":1}")]
    [InlineData("")]
    [InlineData("traceparent of the week")]
    [InlineData("traceparent 00-00000000000000000000000000000000-0000000000000000-01\nlatest")]
    public async Task Without_a_trace_a_message_is_as_it_was(string message)
    {
        await SendAsync(message);

        Assert.Equal([message], queues.Waiting("q"));
        Assert.Equal(new TracedMessage(default, message), TracedMessage.Read(message));
    }

    [Fact]
    public async Task A_message_is_handled_in_the_trace_it_was_sent_in_and_so_is_what_is_sent_meanwhile()
    {
        ActivityTraceId trace;
        using (var root = recorded.Begin())
        {
            trace = root.TraceId;
            await SendAsync("latest\ntopics/crime");
        }

        Assert.Equal("latest\ntopics/crime", await HandleAsync(() => SendAsync("next")));
        Assert.Equal("next", await HandleAsync(() => Task.CompletedTask));

        Assert.Equal(2, recorded.Spans.Count);
        Assert.All(recorded.Spans, span => Assert.Equal((trace, ActivityKind.Consumer, "process q"), (span.TraceId, span.Kind, span.OperationName)));
        Assert.Equal(recorded.Spans[0].SpanId, recorded.Spans[1].ParentSpanId);
    }

    [Fact]
    public async Task A_message_that_is_sent_as_it_was_received_keeps_the_trace_it_had()
    {
        using (recorded.Begin())
        {
            await SendAsync("latest");
        }

        var received = Assert.Single(queues.TakeAll("q"));
        using (recorded.Begin())
        {
            await SendAsync(received);
        }

        Assert.Equal([received], queues.Waiting("q"));
    }

    [Fact]
    public async Task What_a_handler_throws_comes_through_and_is_in_the_trace_by_its_kind_only()
    {
        using (recorded.Begin())
        {
            await SendAsync("latest");
        }

        await Assert.ThrowsAsync<StorageAwayException>(() => HandleAsync(() => throw new StorageAwayException("secret")));

        var span = Assert.Single(recorded.Spans);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal(typeof(StorageAwayException).FullName, span.GetTagItem("error.type"));
        Assert.Null(span.StatusDescription);
        Assert.Empty(span.Events);
    }

    public void Dispose() => recorded.Dispose();

    private Task SendAsync(string message) => new TracedQueues(queues).SendAsync("q", message, Token);

    private async Task<string> HandleAsync(Func<Task> handle)
    {
        string? handled = null;
        await TracedMessage.HandleAsync(
            "q",
            Assert.Single(queues.TakeAll("q")),
            (text, _) =>
            {
                handled = text;
                return handle();
            },
            Token);
        return handled!;
    }
}
