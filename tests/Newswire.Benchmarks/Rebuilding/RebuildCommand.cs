using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Newswire.Catalog;
using Newswire.Formats;
using Newswire.Formats.Atom;
using Newswire.Formats.JsonFeed;
using Newswire.Formats.Rss;
using Newswire.Projection;
using Newswire.Projection.Generations;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Storage;

namespace Newswire.Benchmarks.Rebuilding;

/// <summary>
/// Rebuilds a projection of so many articles beside the one that is served, in memory, while articles are published all the
/// time. Promised: each is visible as soon as ever, and the documents are afterwards what they were.
/// </summary>
internal static class RebuildCommand
{
    /// <summary>How many articles, unless said otherwise.</summary>
    public const int Articles = 100_000;

    private const int BatchLines = 2_000;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    private static readonly string[] Topics = ["Transport", "Harbour", "Economy", "Culture", "Sport"];

    private static readonly string Body = string.Concat(Enumerable.Repeat(
        "<p>The harbour bridge carried its first buses on Monday, a month before the date that the council had named.</p>", 40));

    private static readonly IReadOnlyList<IFeedFormat> Formats = [new RssFormat(), new AtomFormat(), new JsonFeedFormat()];

    /// <summary>Prints what it took; 1 when a document is afterwards not what it was.</summary>
    public static async Task<int> RunAsync(int articles, TextWriter output)
    {
        var (storage, pages, options) = (new InMemoryObjectStore(), new InMemoryCatalogPages(), new CatalogOptions());
        var (leases, queues) = (new InMemoryLeases(TimeProvider.System), new InMemoryMessageQueues(TimeProvider.System));
        var (writer, reader) = (new CatalogWriter(pages, options), new CatalogReader(pages, options));
        using var generations = new GenerationRecords(storage, TimeProvider.System);
        var passes = new ProjectionPasses(
            generations, reader, Formats, Some.Publication(), new ProjectionOptions(), [], [], TimeProvider.System, NullLogger<ProjectionPass>.Instance);
        using var served = new ServedProjection(generations, passes, TimeProvider.System);
        var runner = new ProjectionRunner(served, reader, leases, queues, TimeProvider.System);
        var rebuild = new Rebuild(
            generations,
            passes,
            new Succession(generations, [], Formats, queues, TimeProvider.System),
            new DocumentVerification(generations, leases, TimeProvider.System),
            new GenerationRemoval(generations, new ProjectionOptions(), TimeProvider.System),
            leases,
            queues,
            TimeProvider.System,
            NullLogger<Rebuild>.Instance);

        foreach (var batch in Enumerable.Range(0, articles).Reverse().Chunk(BatchLines))
        {
            await writer.AppendAsync([.. batch.Select(Publish)], CancellationToken.None);
        }

        var watch = Stopwatch.StartNew();
        await runner.CatchUpAsync(CancellationToken.None);
        await SayAsync(output, $"Projected {articles:N0} articles, {Catalog(pages) / 1e6:N0} MB, into 7 feeds in {watch.Elapsed.TotalSeconds:N1} s.");

        var quiet = await PublishAsync(20, articles, writer, runner);
        using var over = new CancellationTokenSource();
        await rebuild.BeginAsync(BuildPurpose.Rebuild, CancellationToken.None);
        var publishing = Task.Run(() => PublishUntilAsync(articles + 20, writer, runner, over.Token));
        watch.Restart();
        while ((await rebuild.BuildAsync(TimeSpan.MaxValue, CancellationToken.None))?.Building is not null)
        {
        }

        var took = watch.Elapsed;
        await over.CancelAsync();
        var meanwhile = await publishing;
        await SayAsync(output, $"Rebuilt beside it in {took.TotalSeconds:N1} s, {articles / took.TotalSeconds:N0} articles a second.");
        await SayAsync(output, $"Publish to visible, at ten a second: median {quiet[quiet.Count / 2]:N0} ms before; median {meanwhile[meanwhile.Count / 2]:N0} ms, longest {meanwhile[^1]:N0} ms while it was built and took its place ({meanwhile.Count:N0} articles).");

        await runner.CatchUpAsync(CancellationToken.None);
        await rebuild.BeginAsync(BuildPurpose.Verify, CancellationToken.None);
        watch.Restart();
        var record = (await rebuild.BuildAsync(TimeSpan.MaxValue, CancellationToken.None))!;
        var documents = storage.Snapshot().Keys.Count(path =>
            path.Container == Containers.Public && path.Name.StartsWith(new Generation(record.Served).Prefix, StringComparison.Ordinal));
        await SayAsync(output, $"Verified {documents:N0} documents in {watch.Elapsed.TotalSeconds:N1} s: {record.Last!.Differences.Count} differences.");
        return record.Last.Differences.Count == 0 && record.Served == 2 ? 0 : 1;
    }

    private static async Task<List<double>> PublishAsync(int count, int first, CatalogWriter writer, ProjectionRunner runner)
    {
        List<double> took = [];
        for (var i = 0; i < count; i++)
        {
            took.Add(await PublishOneAsync(first + i, writer, runner));
        }

        took.Sort();
        return took;
    }

    private static async Task<List<double>> PublishUntilAsync(
        int first, CatalogWriter writer, ProjectionRunner runner, CancellationToken over)
    {
        List<double> took = [];
        do
        {
            took.Add(await PublishOneAsync(first + took.Count, writer, runner));
        }
        while (!over.IsCancellationRequested);
        took.Sort();
        return took;
    }

    private static async Task<double> PublishOneAsync(int number, CatalogWriter writer, ProjectionRunner runner)
    {
        await Task.Delay(Between);
        var begun = Stopwatch.GetTimestamp();
        await writer.AppendAsync([Publish(-number)], CancellationToken.None);
        await runner.CatchUpAsync(CancellationToken.None);
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static Change Publish(int number) => Some.Publish(
        string.Create(CultureInfo.InvariantCulture, $"article-{number}"),
        published: Some.Morning.AddMinutes(-number - 200_000),
        received: Some.Morning.AddTicks(-1),
        article: Some.Article(
            string.Create(CultureInfo.InvariantCulture, $"Harbour bridge, edition {number}"),
            body: Body,
            topics: [Topics[Math.Abs(number) % Topics.Length]]));

    private static long Catalog(InMemoryCatalogPages pages) => pages.Snapshot().Values.Sum(page => (long)page.Length);

    private static Task SayAsync(TextWriter output, FormattableString text) =>
        output.WriteLineAsync(text.ToString(CultureInfo.InvariantCulture));
}
