using System.Text.Json.Nodes;
using System.Xml.Linq;
using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Formats.JsonFeed;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;

namespace Newswire.Tests.Projection;

public sealed class ProjectionPassTests
{
    [Fact]
    public async Task Republishing_an_unchanged_article_writes_no_document()
    {
        var newsroom = new Newsroom();
        await newsroom.AppendAsync(Some.Publish(version: 1));
        var pass = newsroom.Process();
        await Newsroom.RunToTheEndAsync(pass);
        var before = newsroom.Objects.Snapshot();

        newsroom.Time.Advance(TimeSpan.FromHours(1));
        await newsroom.AppendAsync(Some.Publish(version: 2, received: Some.Morning.AddHours(9)));
        var outcome = await pass.RunAsync(CancellationToken.None);

        Assert.Empty(Assert.IsType<PassOutcome.Done>(outcome).Documents);
        foreach (var (path, stored) in before.Where(pair => pair.Key.Container is Containers.Public or Containers.FeedsState))
        {
            Assert.Equal(stored.Properties.ETag, newsroom.Objects.Snapshot()[path].Properties.ETag);
        }
    }

    [Fact]
    public async Task An_edit_behind_the_window_writes_nothing_but_its_archive_documents()
    {
        var newsroom = new Newsroom();
        var boundary = Newsroom.Id("boundary", beginsPage: true);
        await newsroom.AppendAsync([
            Some.Publish("old", published: Some.Morning.AddMinutes(-1)),
            Some.Publish(boundary),
            .. Enumerable.Range(1, Newsroom.Publication.MinEntries).Select(i => Some.Publish($"a-{i}", published: Some.Morning.AddMinutes(i)))]);
        var pass = newsroom.Process();
        await Newsroom.RunToTheEndAsync(pass);
        newsroom.Time.Advance(TimeSpan.FromDays(2));
        await Newsroom.RunToTheEndAsync(pass);

        await newsroom.AppendAsync(Some.Publish("old", version: 2, article: Some.Article("Edited")));

        var documents = Assert.IsType<PassOutcome.Done>(await pass.RunAsync(CancellationToken.None)).Documents;
        Assert.Equal(9, documents.Count);
        Assert.All(documents, path => Assert.Contains("/archive/oldest.", path.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_licence_of_the_feed_does_not_hold_for_what_is_somebody_elses_whichever_process_writes_it()
    {
        var newsroom = new Newsroom();
        await newsroom.AppendAsync(Some.Publish("bought", article: Some.Article() with { Rights = "© Harbour Press" }));
        await Newsroom.RunToTheEndAsync(newsroom.Process());
        var first = Licences();

        // Another process does not remember the entry and reads it back.
        await newsroom.AppendAsync(Some.Publish("own", published: Some.Morning.AddMinutes(1)));
        await Newsroom.RunToTheEndAsync(newsroom.Process());

        Assert.Equal(["https://news.example/licence", "http://purl.org/atompub/license#unspecified"], first);
        Assert.Equal(first, Licences());

        IEnumerable<string> Licences() => XDocument
            .Load(new MemoryStream(newsroom.Objects.Snapshot()[new ObjectPath(Containers.Public, "feeds/latest.atom")].Content.ToArray()))
            .Descendants().Where(element => element.Attribute("rel")?.Value == "license").Select(link => link.Attribute("href")!.Value).ToList();
    }

    [Fact]
    public async Task Processes_that_take_turns_do_not_trust_what_they_remember_of_before()
    {
        var newsroom = new Newsroom();
        ProjectionPass[] processes = [newsroom.Process(), newsroom.Process(), newsroom.Process()];
        for (var turn = 0; turn < 30; turn++)
        {
            await newsroom.AppendAsync(turn % 3 == 2
                ? Some.Withdraw($"a-{turn / 2}", received: Some.Morning.AddHours(turn))
                : Some.Publish(
                    $"a-{turn}",
                    published: Some.Morning.AddMinutes(turn % 7),
                    received: Some.Morning.AddHours(turn),
                    article: Some.Article(topics: [turn % 2 == 0 ? "A" : "B"])));
            var pass = processes[turn * turn % 5 % processes.Length];
            Assert.IsType<PassOutcome.Done>(await pass.RunAsync(CancellationToken.None));
        }

        await newsroom.AssertEqualsRebuildAsync("After turns");
    }

    [Fact]
    public async Task A_repair_that_finds_nothing_changed_keeps_tag_and_date_of_every_document()
    {
        var newsroom = new Newsroom();
        await newsroom.AppendAsync(Some.Publish());
        var counted = FaultPlan.Count();
        await newsroom.Process(counted).RunAsync(CancellationToken.None);

        var again = new Newsroom { Pages = newsroom.Pages };
        var lastWrite = counted.Operations.Count;
        await Assert.ThrowsAsync<CrashException>(
            () => again.Process(FaultPlan.CrashBefore(lastWrite)).RunAsync(CancellationToken.None));
        var before = Facts(again);
        again.Time.Advance(TimeSpan.FromHours(1));
        await Newsroom.RunToTheEndAsync(again.Process());
        Assert.Equal(before, Facts(again));
    }

    [Fact]
    public async Task An_entry_is_formatted_once_for_each_format_and_content()
    {
        var newsroom = new Newsroom();
        var counting = new CountingFormat(new JsonFeedFormat());
        var pass = newsroom.Process(formats: [counting]);
        for (var i = 0; i < 10; i++)
        {
            await newsroom.AppendAsync(Some.Publish($"a-{i}", published: Some.Morning.AddMinutes(i), article: Some.Article(topics: ["A", "B"])));
            await Newsroom.RunToTheEndAsync(pass);
        }

        Assert.Equal(10, counting.Entries);
        Assert.True(counting.Feeds >= 40);
    }

    [Fact]
    public async Task A_burst_is_rendered_once()
    {
        var newsroom = new Newsroom();
        await newsroom.AppendAsync([.. Enumerable.Range(0, 50).Select(i => Some.Publish($"a-{i}", published: Some.Morning.AddMinutes(i)))]);
        var counting = new CountingFormat(new JsonFeedFormat());
        await Newsroom.RunToTheEndAsync(newsroom.Process(formats: [counting]));
        // Each entry once, and each document once: of three feeds the subscription document and what is behind it.
        var documents = newsroom.Documents().Keys.Count(path => path.EndsWith(".json", StringComparison.Ordinal));
        Assert.Equal(documents, counting.Feeds);
        Assert.Equal(50, counting.Entries);
    }

    [Fact]
    public async Task A_feed_stays_when_its_last_article_is_withdrawn()
    {
        var newsroom = new Newsroom();
        await newsroom.AppendAsync(Some.Publish(article: Some.Article(topics: ["Only"])), Some.Withdraw());
        await Newsroom.RunToTheEndAsync(newsroom.Process());
        var document = JsonNode.Parse(newsroom.Documents()["feeds/topics/only.json"])!;
        Assert.Empty(document["items"]!.AsArray());
        Assert.EndsWith(":harbour-bridge", (string)Assert.Single(document["_tombstones"]!.AsArray())!["id"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_catalog_line_that_cannot_be_read_is_kept_with_its_position_and_counted()
    {
        var counted = 0L;
        using var listener = new System.Diagnostics.Metrics.MeterListener
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Name == "newswire.catalog.lines_set_aside")
                {
                    own.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref counted, count));
        listener.Start();
        var newsroom = new Newsroom();
        await newsroom.AppendLineAsync("garbage");
        await newsroom.AppendAsync(Some.Publish());
        await Newsroom.RunToTheEndAsync(newsroom.Process());
        var rejected = newsroom.Objects.Snapshot().Single(pair => pair.Key.Container == Containers.CatalogRejected);
        Assert.Equal("0000000001-000000000000", rejected.Key.Name);
        Assert.Equal("garbage"u8.ToArray(), rejected.Value.Content.ToArray());
        Assert.True(counted >= 1);
        Assert.Contains("feeds/latest.rss", newsroom.Documents().Keys);
    }

    [Fact]
    public async Task The_cost_of_a_change_does_not_grow_with_the_archive()
    {
        List<IReadOnlyList<string>> operations = [];
        foreach (var archive in (int[])[300, 3_000])
        {
            // The newest articles are the same in both, so that pages begin at the same places.
            var newsroom = new Newsroom();
            await new CatalogWriter(newsroom.Pages, new CatalogOptions()).AppendAsync(
                [.. Enumerable.Range(0, archive).Select(i => Some.Publish($"a-{i}", published: Some.Morning.AddHours(-i)))],
                CancellationToken.None);
            await Newsroom.RunToTheEndAsync(newsroom.Process());

            var plan = FaultPlan.Count();
            var pass = newsroom.Process(plan);
            await newsroom.AppendAsync(Some.Publish("warms-up", published: Some.Morning.AddMinutes(1)));
            await Newsroom.RunToTheEndAsync(pass);
            var before = plan.Operations.Count;
            await newsroom.AppendAsync(Some.Publish("new", published: Some.Morning.AddMinutes(2)));
            await pass.RunAsync(CancellationToken.None);
            operations.Add([.. plan.Operations.Skip(before).Where(operation => !operation.StartsWith("read-page", StringComparison.Ordinal))]);
        }

        Assert.Equal(operations[0], operations[1]);
    }

    private static Dictionary<string, string> Facts(Newsroom newsroom) =>
        newsroom.Objects.Snapshot()
            .Where(pair => pair.Key.Container == Containers.Public)
            .ToDictionary(pair => pair.Key.Name, pair => string.Join(' ', pair.Value.Properties.Metadata.OrderBy(fact => fact.Key)), StringComparer.Ordinal);

    private sealed class CountingFormat(IFeedFormat inner) : IFeedFormat
    {
        private int entries;

        public int Entries => entries;

        public int Feeds { get; private set; }

        public string Title => inner.Title;

        public string Extension => inner.Extension;

        public string ContentType => inner.ContentType;

        public byte[] WriteEntry(Entry entry, EntryContent content)
        {
            Interlocked.Increment(ref entries);
            return inner.WriteEntry(entry, content);
        }

        public byte[] WriteFeed(FeedHead head, IReadOnlyList<ReadOnlyMemory<byte>> entries)
        {
            Feeds++;
            return inner.WriteFeed(head, entries);
        }

        public FeedParts? Split(ReadOnlyMemory<byte> document) => inner.Split(document);

        public byte[] Join(FeedParts parts) => inner.Join(parts);
    }
}
