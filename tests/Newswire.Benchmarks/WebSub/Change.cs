using System.Diagnostics;
using System.Net;

namespace Newswire.Benchmarks.WebSub;

/// <summary>One change, and when it was where.</summary>
/// <param name="Visible">From the request to the feed that shows it.</param>
/// <param name="First">From its acceptance to the first subscriber who has it; null when there is none.</param>
/// <param name="Last">From its acceptance to the last live subscriber who has it; null when there is none.</param>
internal sealed record Change(TimeSpan Visible, TimeSpan? First, TimeSpan? Last)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(2);

    /// <summary>Publishes an article and waits for everybody.</summary>
    public static async Task<Change> MeasureAsync(
        HttpClient client, MeasuredSubscribers subscribers, IReadOnlyList<string> live, string feedPath, string id, byte[] article)
    {
        var etag = await TagAsync(client, feedPath);
        var having = subscribers.HaveAsync(id, live);
        var begin = Stopwatch.GetTimestamp();
        var watching = WatchAsync(client, feedPath, etag);
        using var content = new ByteArrayContent(article);
        content.Headers.ContentType = new("application/json");
        using var response = await client.PutAsync(new Uri("/api/articles/" + id, UriKind.Relative), content);
        var accepted = Stopwatch.GetTimestamp();
        response.EnsureSuccessStatusCode();
        var visible = await watching;
        var had = await having;
        return new Change(
            Stopwatch.GetElapsedTime(begin, visible),
            had.Count == 0 ? null : Stopwatch.GetElapsedTime(accepted, had[0]),
            had.Count == 0 ? null : Stopwatch.GetElapsedTime(accepted, had[^1]));
    }

    private static async Task<string> TagAsync(HttpClient client, string path)
    {
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        return head.Headers.ETag!.ToString();
    }

    private static async Task<long> WatchAsync(HttpClient client, string path, string etag)
    {
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, path);
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
            using var response = await client.SendAsync(request);
            if (response.StatusCode != HttpStatusCode.NotModified)
            {
                return Stopwatch.GetTimestamp();
            }

            await Task.Delay(Poll);
        }
    }
}
