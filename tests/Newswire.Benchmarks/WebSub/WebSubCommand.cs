using System.Globalization;
using Newswire.Benchmarks.Load;
using Newswire.WebSub;

namespace Newswire.Benchmarks.WebSub;

/// <summary>How soon subscribers of the hub have a change, on the real server with an emulator of its own; on loopback only.</summary>
internal static class WebSubCommand
{
    private const int Rounds = 7, Burst = 50;

    private static readonly Topic Topic = new("latest", "rss");
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Longer than the hub waits between two distributions of a feed.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private static int articles = LoadCommand.Articles;

    public static async Task<int> RunAsync()
    {
        await SayAsync($"Processors {Environment.ProcessorCount}, load average before {LoadAverage()}");
        await using var subscribers = await MeasuredSubscribers.StartAsync();
        await using var server = await MeasuredServer.StartAsync(Console.Out, ("WebSub__AllowLoopback", "true"));
        await using var stored = new StoredSubscribers(server.ConnectionString, Topic);
        await LoadCommand.PublishAsync(server.Client);
        var bytes = (await server.Client.GetByteArrayAsync(FeedRequest.FeedPath)).Length;
        await SayAsync($"The document has {bytes:N0} bytes; each delivery is signed with a secret of its own");

        var met = true;
        await MeasureAsync(server, stored, subscribers, live: 0, dead: 0);
        foreach (var (live, dead) in new[] { (1, 0), (100, 0), (1_000, 0), (900, 100) })
        {
            met &= await MeasureAsync(server, stored, subscribers, live, dead);
        }

        await stored.ReplaceAsync([]);
        await BurstAsync(server, subscribers, [], "nobody");
        var callbacks = Callbacks(subscribers, 900, 100);
        await stored.ReplaceAsync([.. callbacks.Live, .. callbacks.Dead]);
        await BurstAsync(server, subscribers, callbacks.Live, "900 live and 100 dead");
        await SayAsync($"Load average after {LoadAverage()}");
        return met ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(
        MeasuredServer server, StoredSubscribers stored, MeasuredSubscribers subscribers, int live, int dead)
    {
        var callbacks = Callbacks(subscribers, live, dead);
        await stored.ReplaceAsync([.. callbacks.Live, .. callbacks.Dead]);

        // The dead are known as such from their first delivery on; the live ones have no connection before it.
        await Task.Delay(Pause);
        var first = await ChangeAsync(server, subscribers, callbacks.Live);
        var (processor, emulator) = (server.ProcessorTime, server.EmulatorProcessorTime);
        List<Change> changes = [];
        for (var round = 0; round < Rounds; round++)
        {
            await Task.Delay(Pause);
            changes.Add(await ChangeAsync(server, subscribers, callbacks.Live));
        }

        var used = (server.ProcessorTime - processor) / Rounds;
        var usedByEmulator = (server.EmulatorProcessorTime - emulator) / Rounds;
        var met = changes.Append(first).All(change => change.Last is null || change.Last < Longest);
        await SayAsync(
            $"{live,5} live, {dead,3} dead: visible {Range(changes, change => change.Visible)}, first {Range(changes, change => change.First)}, last {Range(changes, change => change.Last)}; the first change of all: visible {Milliseconds(first.Visible)}, last {Milliseconds(first.Last)}  {(met ? "met" : "MISSED")} (last within {Longest.TotalSeconds:N0} s)");
        await SayAsync(
            $"       processor time a change: server {used.TotalMilliseconds:N0} ms, emulator {usedByEmulator.TotalMilliseconds:N0} ms");
        return met;
    }

    /// <summary>Ten changes a second, which are delivered together; the last of them right behind the others.</summary>
    private static async Task BurstAsync(
        MeasuredServer server, MeasuredSubscribers subscribers, IReadOnlyList<string> live, string whom)
    {
        var from = articles;
        articles += Burst;
        var latency = await Latency.MeasureAsync(server.Client, Burst, $"burst-{from}", from);
        var after = await ChangeAsync(server, subscribers, live);
        await Task.Delay(Pause);
        await SayAsync(
            $"10 changes a second, subscribed {whom}: visible median {Milliseconds(Latency.Quantile(latency.Visible, 0.5))}, p99 {Milliseconds(Latency.Quantile(latency.Visible, 0.99))}; one more change: last {Milliseconds(after.Last)}");
    }

    private static Task<Change> ChangeAsync(MeasuredServer server, MeasuredSubscribers subscribers, IReadOnlyList<string> live)
    {
        var number = articles++;
        var id = string.Create(CultureInfo.InvariantCulture, $"change-{number}");
        return Change.MeasureAsync(
            server.Client, subscribers, live, FeedRequest.FeedPath, id, LoadArticles.Write(id, number, paragraphs: 15));
    }

    private static (IReadOnlyList<string> Live, IReadOnlyList<string> Dead) Callbacks(
        MeasuredSubscribers subscribers, int live, int dead) =>
    (
        [.. Enumerable.Range(0, live).Select(number => subscribers.Callback(number, isDead: false))],
        [.. Enumerable.Range(0, dead).Select(number => subscribers.Callback(number, isDead: true))]
    );

    private static string Range(IReadOnlyList<Change> changes, Func<Change, TimeSpan?> of)
    {
        var ascending = changes.Select(of).Order().ToList();
        return $"{Milliseconds(ascending[ascending.Count / 2])} ({Milliseconds(ascending[0])} to {Milliseconds(ascending[^1])})";
    }

    private static string Milliseconds(TimeSpan? time) =>
        time is { } known ? known.TotalMilliseconds.ToString("N0", CultureInfo.InvariantCulture) + " ms" : "-";

    private static string LoadAverage() =>
        File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg")[..14] : "unknown";

    private static Task SayAsync(FormattableString text) =>
        Console.Out.WriteLineAsync(text.ToString(CultureInfo.InvariantCulture));
}
