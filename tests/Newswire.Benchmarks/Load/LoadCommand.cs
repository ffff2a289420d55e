using System.Globalization;
using System.Xml.Linq;

namespace Newswire.Benchmarks.Load;

/// <summary>Loads the real server on an emulator of its own, on loopback only and for a bounded time.</summary>
internal static class LoadCommand
{
    /// <summary>How many articles are there before anything is measured.</summary>
    public const int Articles = 200;

    private const int Warming = 20, BatchLines = 10_000;
    private const double LeastRatio = 0.8;

    private static readonly TimeSpan LongestMedian = TimeSpan.FromMilliseconds(100);

    public static async Task<int> RunAsync(TimeSpan time)
    {
        await SayAsync($"Processors {Environment.ProcessorCount}, load average before {LoadAverage()}");
        await using var server = await MeasuredServer.StartAsync(Console.Out);
        await PublishAsync(server.Client);
        await SayAsync($"{Articles} articles published, one an hour: {await EntriesAsync(server.Client)} entries in the document");
        await ThroughputAsync(server);
        var changes = (int)(time / Latency.Interval);
        await LatencyAsync(server, changes);
        await BatchAsync(server, Articles + Warming + changes);
        await SayAsync($"Load average after {LoadAverage()}");
        return 0;
    }

    /// <summary>Publishes the articles that are there before anything is measured.</summary>
    public static async Task PublishAsync(HttpClient client)
    {
        var batch = new MemoryStream();
        for (var number = 0; number < Articles; number++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"before-{number}");
            batch.Write(LoadArticles.Write(id, number, paragraphs: 15));
            batch.Write("\n"u8);
        }

        using var content = new ByteArrayContent(batch.ToArray());
        content.Headers.ContentType = new("application/x-ndjson");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/articles") { Content = content };
        request.Headers.Add("Prefer", "wait=30");
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>The feed's tag, once the feed has a date to go with it: one from the future is withheld.</summary>
    private static async Task<string> SettledTagAsync(HttpClient client)
    {
        while (true)
        {
            using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, FeedRequest.FeedPath));
            if (head.EnsureSuccessStatusCode().Content.Headers.LastModified is not null)
            {
                return head.Headers.ETag!.ToString();
            }

            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    private static async Task ThroughputAsync(MeasuredServer server)
    {
        var etag = await SettledTagAsync(server.Client);
        using var bare = new HttpClient();
        (await bare.GetAsync(new Uri(server.BareAddress, "/take"))).EnsureSuccessStatusCode();
        foreach (var form in FeedRequest.All)
        {
            var result = Throughput.Measure(
                server.Address,
                form.ToBytes(FeedRequest.FeedPath, etag),
                server.BareAddress,
                form.ToBytes(form.BarePath, etag));
            await SayAsync(
                $"{form.Name,-6} {result.ContentBytes,8:N0} bytes  server {result.Server,8:N0}/s  bare {result.Bare,8:N0}/s  ratio {result.Ratio:N2} ({result.Ratios[0]:N2} to {result.Ratios[^1]:N2})  {Verdict(result.Ratio >= LeastRatio)} (at least {LeastRatio})");
        }
    }

    private static async Task LatencyAsync(MeasuredServer server, int changes)
    {
        // The first second finds paths that no request took before.
        await Latency.MeasureAsync(server.Client, Warming, "warming", Articles);
        var (processor, emulator) = (server.ProcessorTime, server.EmulatorProcessorTime);
        var latency = await Latency.MeasureAsync(server.Client, changes, "timed", Articles + Warming);
        var median = Latency.Quantile(latency.Visible, 0.5);
        await SayAsync(
            $"10 changes a second, {latency.Visible.Count} changes: accepted median {Milliseconds(latency.Accepted, 0.5)}, p99 {Milliseconds(latency.Accepted, 0.99)}; visible median {Milliseconds(latency.Visible, 0.5)}, p99 {Milliseconds(latency.Visible, 0.99)}, longest {Milliseconds(latency.Visible, 1)}  {Verdict(median < LongestMedian)} (median under {LongestMedian.TotalMilliseconds:N0} ms)");
        await SayUseAsync(server, processor, emulator);
    }

    private static async Task BatchAsync(MeasuredServer server, int from)
    {
        var (processor, emulator) = (server.ProcessorTime, server.EmulatorProcessorTime);
        var batch = await BatchLoad.MeasureAsync(server.Client, BatchLines, "batch", from);
        await SayAsync(
            $"Batch of {batch.Lines:N0} lines, {batch.Bytes / 1e6:N1} MB: answered after {batch.Accepted.TotalSeconds:N1} s, visible after {batch.Visible.TotalSeconds:N1} s: {batch.Lines / batch.Visible.TotalSeconds:N0} articles a second");
        await SayUseAsync(server, processor, emulator);
    }

    private static async Task SayUseAsync(MeasuredServer server, TimeSpan processor, TimeSpan emulator) => await SayAsync(
        $"  processor time: server {(server.ProcessorTime - processor).TotalSeconds:N1} s, emulator {(server.EmulatorProcessorTime - emulator).TotalSeconds:N1} s; load average {LoadAverage()}; {await EntriesAsync(server.Client)} entries in the document");

    private static async Task<int> EntriesAsync(HttpClient client) =>
        XDocument.Parse(await client.GetStringAsync(FeedRequest.FeedPath)).Descendants("item").Count();

    private static string Milliseconds(IReadOnlyList<TimeSpan> ascending, double share) =>
        Latency.Quantile(ascending, share).TotalMilliseconds.ToString("N0", CultureInfo.InvariantCulture) + " ms";

    private static string Verdict(bool met) => met ? "met" : "MISSED";

    private static string LoadAverage() =>
        File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg")[..14] : "unknown";

    private static Task SayAsync(FormattableString text) =>
        Console.Out.WriteLineAsync(text.ToString(CultureInfo.InvariantCulture));
}
