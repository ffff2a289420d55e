using System.Text;
using CsCheck;
using Newswire.Catalog;
using Newswire.TestKit;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Catalog;

public sealed class CatalogReaderTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Any_read_size_and_any_limit_reads_the_same_changes() =>
        await Gen.Select(Gen.Int[1, 3000], Gen.Int[1, 7], Gen.Int[1, 5000], Gen.Int[1, 4]).SampleAsync(
            async (readBytes, maxLines, maxBytes, blocks) =>
            {
                var pages = await PagesAsync(20, blocks);
                var reader = new CatalogReader(pages, new CatalogOptions { ReadBytes = readBytes });
                List<string> ids = [];
                var position = Position.Start;
                while (await reader.ReadAsync(position, maxLines, maxBytes, None) is var read && read.Next != position)
                {
                    Assert.InRange(read.Changes.Count, 0, maxLines);
                    Assert.True(await reader.HasMoreAsync(position, None));
                    ids.AddRange(read.Changes.Select(change => Some.IdOf(change.Change)));
                    position = read.Next;
                }

                Assert.False(await reader.HasMoreAsync(position, None));
                Assert.Equal(Enumerable.Range(0, 20).Select(i => $"a-{i}"), ids);
            },
            iter: 50);

    [Fact]
    public async Task A_longer_catalog_only_makes_a_read_longer()
    {
        var pages = await PagesAsync(5, blocks: 3);
        var reader = new CatalogReader(pages, new CatalogOptions());
        var before = await reader.ReadAsync(Position.Start, 100, long.MaxValue, None);
        await new CatalogWriter(pages, new CatalogOptions()).AppendAsync([Some.Publish("later")], None);
        var after = await reader.ReadAsync(Position.Start, 100, long.MaxValue, None);
        Assert.Equal(before.Changes.Select(Key), after.Changes.Take(before.Changes.Count).Select(Key));
        Assert.Equal("later", Some.IdOf(after.Changes[^1].Change));
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"change":"expire","articleId":"a","received":"2026-01-01T00:00:00Z"}""")]
    [InlineData("""{"change":"erased","articleId":"a","received":"2026-01-01T00:00:00Z"}""")]
    [InlineData("""{"change":"erase","articleId":"../a","received":"2026-01-01T00:00:00Z"}""")]
    [InlineData("""{"change":"publish","articleId":"a","received":"2026-01-01T00:00:00Z"}""")]
    [InlineData("""{"change":"withdraw","articleId":"../a","received":"2026-01-01T00:00:00Z"}""")]
    [InlineData("""{"change":"publish","articleId":"a","received":"2026-01-01T00:00:00Z","version":1,"published":"2026-01-01T00:00:00Z","article":{"headline":"bad \u0000 character","body":"","url":"https://news.example/"}}""")]
    [InlineData("""{"change":"publish","articleId":"a","received":"2026-01-01T00:00:00Z","version":1,"published":"2026-01-01T00:00:00Z","article":{"headline":null,"body":"","url":"https://news.example/"}}""")]
    [InlineData("""{"change":"publish","articleId":"a","received":"2026-01-01T00:00:00Z","version":1,"published":"2026-01-01T00:00:00Z","article":{"headline":"h","body":"","url":"https://news.example/","authors":[null]}}""")]
    [InlineData("""{"change":"publish","articleId":"a","received":"2026-01-01T00:00:00Z","version":1,"published":"2026-01-01T00:00:00Z","article":{"headline":"h","body":"","url":"https://news.example/","pictures":[{"url":"https://news.example/","credits":[null]}]}}""")]
    [InlineData("")]
    [InlineData("""{"change":"feed","received":"2026-03-04T09:00:00+00:00","feed":{"name":"../x","content":"full"}}""")]
    [InlineData("""{"change":"feed","received":"2026-03-04T09:00:00+00:00","feed":{"name":"x","content":"full","title":"\u0001"}}""")]
    [InlineData("""{"change":"feed","received":"2026-03-04T09:00:00+00:00","feed":{"name":"x","content":"full","formerNames":[null]}}""")]
    public async Task A_line_that_is_no_change_is_told_apart_and_stops_nothing(string line)
    {
        var pages = await PagesAsync(1, blocks: 100);
        await pages.AppendAsync(1, Encoding.UTF8.GetBytes(line + "\n"), None);
        await new CatalogWriter(pages, new CatalogOptions()).AppendAsync([Some.Publish("after")], None);

        var read = await new CatalogReader(pages, new CatalogOptions()).ReadAsync(Position.Start, 100, long.MaxValue, None);

        Assert.Equal(["a-0", "after"], read.Changes.Select(change => Some.IdOf(change.Change)));
        var unreadable = Assert.Single(read.Unreadable);
        Assert.Equal(read.Changes[0].Position, unreadable.Position);
        Assert.Equal(line, Encoding.UTF8.GetString(unreadable.Bytes.Span));
        Assert.DoesNotContain("bad", unreadable.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_may_lack_what_is_optional()
    {
        var pages = new InMemoryCatalogPages();
        await pages.AppendAsync(1, """{"change":"publish","articleId":"a","received":"2026-01-01T00:00:00Z","version":1,"published":"2026-01-01T00:00:00Z","article":{"headline":"h","body":"","url":"https://news.example/","featured":{"url":"https://news.example/"}}}"""u8.ToArray(), None);
        await pages.AppendAsync(1, "\n"u8.ToArray(), None);
        var read = await new CatalogReader(pages, new CatalogOptions()).ReadAsync(Position.Start, 1, 10_000, None);
        var article = Assert.IsType<Change.Publish>(Assert.Single(read.Changes).Change).Article;
        Assert.Empty(article.Authors);
        Assert.Empty(article.Featured!.Credits);
    }

    [Fact]
    public async Task An_erasure_and_what_it_leaves_are_changes_too()
    {
        var pages = new InMemoryCatalogPages();
        string[] lines =
        [
            """{"change":"erased","articleId":"a","version":7,"published":"2026-01-01T00:00:00Z","embargo":"2026-01-02T00:00:00Z","received":"2026-01-01T01:00:00Z"}""" + new string(' ', 500),
            """{"change":"erased","articleId":"a","version":8,"published":"2026-01-01T00:00:00Z","received":"2026-01-01T02:00:00Z"}""",
            """{"change":"erase","articleId":"a","feeds":["latest","topics/crime"],"received":"2026-01-01T03:00:00Z"}""",
            """{"change":"erase","articleId":"b","received":"2026-01-01T04:00:00Z"}""",
        ];
        await pages.AppendAsync(1, Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"), None);

        var read = await new CatalogReader(pages, new CatalogOptions()).ReadAsync(Position.Start, 100, long.MaxValue, None);

        Assert.Empty(read.Unreadable);
        var published = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(
            new Change.Erased { ArticleId = "a", Version = 7, Published = published, Embargo = published.AddDays(1), Received = published.AddHours(1) },
            read.Changes[0].Change);
        Assert.Null(Assert.IsType<Change.Erased>(read.Changes[1].Change).Embargo);
        Assert.Equal(["latest", "topics/crime"], Assert.IsType<Change.EraseArticle>(read.Changes[2].Change).Feeds);
        Assert.Empty(Assert.IsType<Change.EraseArticle>(read.Changes[3].Change).Feeds);
    }

    [Fact]
    public async Task Every_change_knows_where_its_line_begins_and_ends()
    {
        var pages = await PagesAsync(5, blocks: 2);

        var read = await new CatalogReader(pages, new CatalogOptions()).ReadAsync(Position.Start, 100, long.MaxValue, None);

        Assert.All(read.Changes, change => Assert.Equal(change.Start.Page, change.Position.Page));
        Assert.All(
            read.Changes.Zip(read.Changes.Skip(1)),
            pair => Assert.Contains(pair.Second.Start, new[] { pair.First.Position, new Position(pair.First.Position.Page + 1, 0) }));
        foreach (var change in read.Changes)
        {
            var again = await new CatalogReader(pages, new CatalogOptions()).ReadAsync(change.Start, maxLines: 1, long.MaxValue, None);
            Assert.Equal(Key(change), Key(Assert.Single(again.Changes)));
        }
    }

    [Fact]
    public async Task A_tail_without_a_line_feed_waits_while_the_page_grows_and_is_set_aside_once_it_is_sealed()
    {
        var pages = new InMemoryCatalogPages();
        await pages.AppendAsync(1, "{\"cha"u8.ToArray(), None);
        var reader = new CatalogReader(pages, new CatalogOptions());
        Assert.Equal(Position.Start, (await reader.ReadAsync(Position.Start, 10, 1000, None)).Next);

        await pages.SealAsync(1, None);
        var read = await reader.ReadAsync(Position.Start, 10, 1000, None);
        Assert.Single(read.Unreadable);
        Assert.False(await reader.HasMoreAsync(read.Next, None));
    }

    [Fact]
    public async Task A_line_longer_than_any_may_be_is_set_aside_in_pieces()
    {
        var pages = new InMemoryCatalogPages();
        await pages.AppendAsync(1, Encoding.UTF8.GetBytes(new string('x', 5_000) + "\n"), None);
        await new CatalogWriter(pages, new CatalogOptions()).AppendAsync([Some.Publish("after")], None);
        var reader = new CatalogReader(pages, new CatalogOptions { ReadBytes = 100, MaxLineBytes = 1_000 });

        var read = await reader.ReadAsync(Position.Start, 100, long.MaxValue, None);

        Assert.Equal("after", Some.IdOf(Assert.Single(read.Changes).Change));
        Assert.All(read.Unreadable, line => Assert.InRange(line.Bytes.Length, 0, 1_000));
        Assert.Equal(5_000, read.Unreadable.Sum(line => line.Bytes.Length));
    }

    [Fact]
    public async Task A_sealed_page_without_a_successor_is_the_end()
    {
        var pages = await PagesAsync(1, blocks: 100);
        await pages.SealAsync(1, None);
        var reader = new CatalogReader(pages, new CatalogOptions());
        var read = await reader.ReadAsync(Position.Start, 100, long.MaxValue, None);
        Assert.Equal(new Position(2, 0), read.Next);
        Assert.False(await reader.HasMoreAsync(read.Changes[0].Position, None));
    }

    private static string Key(RecordedChange change) => $"{Some.IdOf(change.Change)} {change.Position}";

    private static async Task<InMemoryCatalogPages> PagesAsync(int changes, int blocks)
    {
        var pages = new InMemoryCatalogPages();
        var writer = new CatalogWriter(pages, new CatalogOptions { MaxPageBlocks = blocks });
        for (var i = 0; i < changes; i++)
        {
            await writer.AppendAsync([Some.Publish($"a-{i}")], None);
        }

        return pages;
    }
}
