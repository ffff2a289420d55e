using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Newswire.Benchmarks.Walk;
using Newswire.Catalog;
using Newswire.Partners;
using Newswire.Partners.Changes;
using Newswire.Projection;
using Newswire.TestKit;
using Newswire.TestKit.Faults;

namespace Newswire.Benchmarks.ChangeStream;

/// <summary>
/// Projects so many changes for a partner, and follows its change stream from the beginning to the end. Promised: it has
/// every article once at least, and going on at the end costs what is told and not what there is.
/// </summary>
internal static class StreamCommand
{
    /// <summary>How many changes, unless said otherwise.</summary>
    public const int Changes = 100_000;

    private const int BatchLines = 2_000;
    private const string Name = "planet";

    private static readonly string Body = string.Concat(Enumerable.Repeat(
        "<p>The harbour bridge carried its first buses on Monday, a month before the date that the council had named.</p>", 40));

    /// <summary>Prints what it took; 1 when the partner ends without an article.</summary>
    public static async Task<int> RunAsync(int changes, TextWriter output)
    {
        using var projected = new Projected();
        var partner = new Partner { Name = Name, Title = Name, Feeds = ["latest"], Said = Some.Morning };
        var watch = Stopwatch.StartNew();
        await projected.AcceptAsync([partner.Contract()]);

        // One change in four is an edit of an article that was there.
        foreach (var batch in Enumerable.Range(0, changes).Chunk(BatchLines))
        {
            await projected.AcceptAsync([.. batch.Select(number => Publish(number % 4 == 3 ? number - 3 : number, version: 1 + (number % 4 == 3 ? 1 : 0)))]);
            while (await projected.PassAsync())
            {
            }
        }

        await SayAsync(output, $"Projected {changes:N0} changes with one stream in {watch.Elapsed.TotalSeconds:N1} s.");
        var time = new FakeTimeProvider(Some.Morning);
        var plan = FaultPlan.Count();
        var store = new FaultyObjectStore(projected.Objects, plan);
        using var streams = new PartnerStreams(store, new FeedsInForce(store), time);
        using var records = new PartnerRecords(store, time);
        var telling = new PartnerChanges(streams, records, new ArticleViews(store), Some.Publication(), time);

        watch.Restart();
        HashSet<string> articles = new(StringComparer.Ordinal);
        var (told, bytes, answers) = (0, 0L, 0);
        var cursor = (await telling.StartAsync(Name, CancellationToken.None))!;
        for (var hasMore = true; hasMore; answers++)
        {
            var answer = await telling.ReadAsync(partner, cursor, ChangeLimits.MaxChanges, CancellationToken.None);
            bytes += ChangesDocument.Write(answer.Changes, answer.Next.ToText(Name), answer.HasMore).Length;
            articles.UnionWith(answer.Changes.Select(change => change.ArticleId));
            (told, cursor, hasMore) = (told + answer.Changes.Count, answer.Next, answer.HasMore);
        }

        var took = watch.Elapsed;
        await SayAsync(output, $"Followed: {told:N0} changes of {articles.Count:N0} articles in {answers:N0} answers, {bytes / 1e6:N0} MB, {took.TotalSeconds:N2} s, {told / took.TotalSeconds:N0} articles a second; {plan.Operations.Count / (double)told:N3} storage operations a change.");

        var before = plan.Operations.Count;
        await projected.AcceptAsync([Publish(changes, version: 1)]);
        await projected.PassAsync();
        time.Advance(PartnerStreams.MaxAge);
        watch.Restart();
        var last = await telling.ReadAsync(partner, cursor, ChangeLimits.MaxChanges, CancellationToken.None);
        await SayAsync(output, $"One more at the end: {last.Changes.Count} change, {plan.Operations.Count - before} storage operations, {watch.Elapsed.TotalMilliseconds:N2} ms.");
        return articles.Count == Enumerable.Range(0, changes).Count(number => number % 4 != 3) && last.Changes.Count == 1 ? 0 : 1;
    }

    private static Change Publish(int number, long version) => Some.Publish(
        string.Create(CultureInfo.InvariantCulture, $"article-{number}"),
        version,
        published: Some.Morning.AddMinutes(-number),
        received: Some.Morning.AddTicks(-1),
        article: Some.Article(string.Create(CultureInfo.InvariantCulture, $"Harbour bridge, edition {number}.{version}"), body: Body));

    private static Task SayAsync(TextWriter output, FormattableString text) =>
        output.WriteLineAsync(text.ToString(CultureInfo.InvariantCulture));
}
