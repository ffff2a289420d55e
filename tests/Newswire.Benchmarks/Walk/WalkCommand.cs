using System.Diagnostics;
using System.Globalization;
using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.TestKit;

namespace Newswire.Benchmarks.Walk;

/// <summary>
/// Projects a feed of so many articles, defines another over them, and walks both from their newest article to their
/// oldest as a reader would. Promised: a walk meets every article of the feed exactly once, newest first.
/// </summary>
internal static class WalkCommand
{
    /// <summary>How many articles, unless said otherwise.</summary>
    public const int Articles = 20_000;

    private const int BatchLines = 2_000;
    private const string DefinedFeed = "getting-around";

    private static readonly string[] Topics = ["Transport", "Harbour", "Economy", "Culture", "Sport"];
    private static readonly string[] DefinedTopics = Topics[..2];
    private static readonly string[] Extensions = ["rss", "atom", "json"];

    /// <summary>Prints what it took; 1 when a walk meets anything else than the articles of the feed.</summary>
    public static async Task<int> RunAsync(int articles, TextWriter output)
    {
        using var projected = new Projected();
        await ProjectAsync(projected, articles, output);
        await FillAsync(projected, articles, output);

        var complete = true;
        foreach (var (feed, topics) in new[] { (FeedName.Latest, Topics), (DefinedFeed, DefinedTopics) })
        {
            List<string> expected =
            [
                .. Enumerable.Range(0, articles)
                    .Where(number => topics.Contains(TopicOf(number)))
                    .Select(number => EntryIdentity.Of(Some.Publication(), Id(number))),
            ];
            foreach (var extension in Extensions)
            {
                var walk = await ArchiveWalk.TakeAsync(projected.Objects, feed, extension);
                var each = walk.Ids.SequenceEqual(expected, StringComparer.Ordinal);
                complete &= each;
                await SayAsync(output, $"Walk of {feed}.{extension}: {walk.Ids.Count:N0} entries in {walk.Documents:N0} documents, {walk.Bytes / 1e6:N1} MB, {walk.Time.TotalSeconds:N2} s, {walk.Ids.Count / walk.Time.TotalSeconds:N0} entries a second: {(each ? "every article once" : "NOT THE ARTICLES OF THE FEED")}");
            }
        }

        return complete ? 0 : 1;
    }

    private static async Task ProjectAsync(Projected projected, int articles, TextWriter output)
    {
        foreach (var batch in Enumerable.Range(0, articles).Reverse().Chunk(BatchLines))
        {
            await projected.AcceptAsync([.. batch.Select(Publish)]);
        }

        var watch = Stopwatch.StartNew();
        var passes = 0;
        while (await projected.PassAsync())
        {
            passes++;
        }

        await SayAsync(output, $"{articles:N0} articles projected in {watch.Elapsed.TotalSeconds:N1} s, {passes} passes, {articles / watch.Elapsed.TotalSeconds:N0} articles a second");
    }

    private static async Task FillAsync(Projected projected, int articles, TextWriter output)
    {
        await projected.AcceptAsync(
        [
            new Change.DefineFeed
            {
                Received = Some.Morning,
                Feed = new FeedDefinition { Name = DefinedFeed, Selection = new FeedSelection { AnyTopic = DefinedTopics } },
            },
        ]);
        var watch = Stopwatch.StartNew();
        TimeSpan? first = null;
        var passes = 0;
        do
        {
            await projected.PassAsync();
            passes++;
            first ??= await IsThereAsync(projected.Objects) ? watch.Elapsed : null;
        }
        while (projected.IsFilling);

        await SayAsync(output, $"A feed defined over them: first document after {first?.TotalMilliseconds:N0} ms, history complete after {watch.Elapsed.TotalSeconds:N1} s, {passes} passes, {articles / watch.Elapsed.TotalSeconds:N0} articles a second");
    }

    private static async Task<bool> IsThereAsync(IObjectStore store) =>
        await store.HeadAsync(ObjectPaths.Document(DefinedFeed, Extensions[0]), CancellationToken.None) is not null;

    /// <summary>One every half hour, the newest first.</summary>
    private static Change Publish(int number) => Some.Publish(
        Id(number),
        published: Some.Morning.AddMinutes(-30 * number),
        received: Some.Morning.AddMinutes(-30 * number),
        article: Some.Article(url: "https://news.example/" + Id(number), topics: [TopicOf(number)]));

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"article-{number}");

    private static string TopicOf(int number) => Topics[number % Topics.Length];

    private static Task SayAsync(TextWriter output, FormattableString text) =>
        output.WriteLineAsync(text.ToString(CultureInfo.InvariantCulture));
}
