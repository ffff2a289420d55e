using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Newswire.Http.Tests.Surface;
using Newswire.Telemetry;

namespace Newswire.Http.Tests.Operations;

/// <summary>What is counted of requests.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class MeasuredRequestsTests : SurfaceTests
{
    [Theory]
    [InlineData("/feeds/latest.rss", 200)]
    [InlineData("/feeds/Latest.rss", 301)]
    [InlineData("/feeds/nothing.rss", 404)]
    public async Task A_request_for_a_document_is_counted_once_by_its_status(string path, int status)
    {
        await Surface.PutAsync("harbour-bridge", wait: true);

        var counted = await CountAsync(Measures.DocumentRequests, async () => Assert.Equal(status, (await Surface.GetAsync(path)).Status));

        Assert.Equal([status], counted);
    }

    [Fact]
    public async Task Not_modified_is_a_status_too()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var tag = (await Surface.GetAsync("/feeds/latest.rss"))["ETag"]!;

        Assert.Equal([304], await CountAsync(Measures.DocumentRequests, () => Surface.GetAsync("/feeds/latest.rss", ("If-None-Match", tag))));
        Assert.Equal([412], await CountAsync(Measures.DocumentRequests, () => Surface.GetAsync("/feeds/latest.rss", ("If-Match", "\"x\""))));
    }

    [Fact]
    public async Task A_refusal_is_counted_by_its_kind() => Assert.Equal(
        ["key-missing"],
        await CountAsync(Measures.Problems, () => Surface.SendWithAsync([], HttpMethod.Put, "/api/articles/harbour-bridge")));

    [Fact]
    public async Task An_accepted_change_is_counted_by_its_kind() => Assert.Equal(
        ["Publish"], await CountAsync(Measures.ChangesAccepted, () => Surface.PutAsync("harbour-bridge")));

    private static async Task<IReadOnlyList<object?>> CountAsync(Instrument instrument, Func<Task> act)
    {
        ConcurrentQueue<object?> counted = [];
        using var listener = new MeterListener();
        listener.SetMeasurementEventCallback<long>((_, _, attributes, _) => counted.Enqueue(attributes[0].Value));
        listener.EnableMeasurementEvents(instrument);
        listener.Start();
        await act();
        return [.. counted];
    }
}
