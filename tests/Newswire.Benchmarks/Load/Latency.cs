using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;

namespace Newswire.Benchmarks.Load;

/// <summary>How long a change takes from the CMS's request to the feed, while ten come every second.</summary>
/// <param name="Accepted">From the request to its answer, ascending.</param>
/// <param name="Visible">From the request to the feed that shows the article, ascending.</param>
internal sealed record Latency(IReadOnlyList<TimeSpan> Accepted, IReadOnlyList<TimeSpan> Visible)
{
    /// <summary>From one change to the next.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private const string FeedPath = "/feeds/latest.json";

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <param name="client">A client with a publisher key.</param>
    /// <param name="count">How many changes.</param>
    /// <param name="prefix">What the ids of their articles begin with.</param>
    /// <param name="from">The number of the first; see <see cref="LoadArticles.Write"/>.</param>
    public static async Task<Latency> MeasureAsync(HttpClient client, int count, string prefix, int from)
    {
        var waiting = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        List<TimeSpan> visible = [];
        var watching = WatchAsync(client, waiting, visible, count);
        List<Task<TimeSpan>> publishing = [];
        using var timer = new PeriodicTimer(Interval);
        for (var i = 0; i < count; i++)
        {
            await timer.WaitForNextTickAsync();
            var id = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{i}");
            waiting[id] = Stopwatch.GetTimestamp();
            publishing.Add(PublishAsync(client, id, from + i));
        }

        var accepted = await Task.WhenAll(publishing);
        await watching;
        return new Latency([.. accepted.Order()], [.. visible.Order()]);
    }

    public static TimeSpan Quantile(IReadOnlyList<TimeSpan> ascending, double share) =>
        ascending[Math.Min(ascending.Count - 1, (int)(ascending.Count * share))];

    private static async Task<TimeSpan> PublishAsync(HttpClient client, string id, int number)
    {
        var start = Stopwatch.GetTimestamp();
        using var content = new ByteArrayContent(LoadArticles.Write(id, number, paragraphs: 15));
        content.Headers.ContentType = new("application/json");
        using var response = await client.PutAsync("/api/articles/" + id, content);
        response.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task WatchAsync(
        HttpClient client, ConcurrentDictionary<string, long> waiting, List<TimeSpan> visible, int count)
    {
        string? etag = null;
        var last = Stopwatch.GetTimestamp();
        while (visible.Count < count)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, FeedPath);
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
            using var response = await client.SendAsync(request);
            if (response.StatusCode == HttpStatusCode.NotModified)
            {
                if (Stopwatch.GetElapsedTime(last) > Longest)
                {
                    throw new TimeoutException($"{count - visible.Count} changes have not become visible.");
                }

                await Task.Delay(Poll);
                continue;
            }

            etag = response.EnsureSuccessStatusCode().Headers.ETag!.ToString();
            var feed = await response.Content.ReadAsByteArrayAsync();
            last = Stopwatch.GetTimestamp();
            foreach (var (id, sent) in waiting)
            {
                if (feed.AsSpan().IndexOf(Encoding.ASCII.GetBytes($"/{id}\"")) >= 0)
                {
                    waiting.TryRemove(id, out _);
                    visible.Add(Stopwatch.GetElapsedTime(sent, last));
                }
            }
        }
    }
}
