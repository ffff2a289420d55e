using System.Text;
using CsCheck;
using Newswire.Catalog;
using Newswire.TestKit;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Catalog;

public sealed class CatalogEraserTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Every_version_received_before_becomes_blank_and_all_else_stays_as_it_is()
    {
        var catalog = await TakenDown.CreateAsync();
        var before = catalog.Pages.Snapshot();
        var changes = await catalog.ReadAsync();

        var erased = await catalog.Eraser().EraseAsync(TakenDown.Id, TakenDown.Moment, catalog.Lines, None);

        Assert.Equal(TakenDown.Expected(before), TakenDown.Text(catalog.Pages.Snapshot()));
        Assert.Equal(3, catalog.Lines.Count);
        Assert.Equal(catalog.Lines, erased.Select(place => place.Start));
        var after = await catalog.ReadAsync();
        Assert.Equal(changes.Select(line => (line.Start, line.Position)), after.Select(line => (line.Start, line.Position)));
        Assert.Equal(
            erased.Select(place => place.Start with { Offset = place.Start.Offset + place.LengthBytes + 1 }),
            after.Where(line => line.Change is Change.Erased).Select(line => line.Position));
        Assert.Equal("Harbour bridge opens a month early", Assert.IsType<Change.Publish>(after[^1].Change).Article.Headline);
    }

    [Fact]
    public async Task What_remains_of_a_version_is_that_it_was_there()
    {
        var catalog = await TakenDown.CreateAsync();
        await catalog.Eraser().EraseAsync(TakenDown.Id, TakenDown.Moment, catalog.Lines, None);

        var version = TakenDown.Version(2);
        Assert.Contains(
            new Change.Erased
            {
                ArticleId = TakenDown.Id,
                Version = 2,
                Published = version.Published,
                Embargo = version.Embargo,
                Received = version.Received,
            },
            (await catalog.ReadAsync()).Select(line => line.Change));
    }

    [Fact]
    public async Task Erasing_again_changes_nothing_and_says_the_same()
    {
        var catalog = await TakenDown.CreateAsync();
        var first = await catalog.Eraser().EraseAsync(TakenDown.Id, TakenDown.Moment, catalog.Lines, None);
        var pages = TakenDown.Text(catalog.Pages.Snapshot());

        var again = await catalog.Eraser().EraseAsync(TakenDown.Id, TakenDown.Moment, catalog.Lines.Concat(catalog.Lines), None);

        Assert.Equal(first, again);
        Assert.Equal(pages, TakenDown.Text(catalog.Pages.Snapshot()));
    }

    [Fact]
    public async Task A_place_where_no_line_of_the_article_begins_is_passed_over()
    {
        var catalog = await TakenDown.CreateAsync();
        var before = catalog.Pages.Snapshot();
        var everywhere = before
            .SelectMany(page => Enumerable.Range(0, page.Value.Length + 2).Select(offset => new Position(page.Key, offset)))
            .Append(new Position(9, 0));

        var erased = await catalog.Eraser().EraseAsync(TakenDown.Id, TakenDown.Moment, everywhere, None);

        Assert.Equal(catalog.Lines, erased.Select(place => place.Start));
        Assert.Equal(TakenDown.Expected(before), TakenDown.Text(catalog.Pages.Snapshot()));
    }

    [Fact]
    public async Task A_page_without_a_line_of_the_article_stays_open()
    {
        var catalog = await TakenDown.CreateAsync();
        await catalog.Eraser().EraseAsync("last", Some.Morning, [new Position(3, 0)], None);
        Assert.False((await catalog.Pages.ReadAsync(3, 0, 1, None)).Sealed);
    }

    [Fact]
    public async Task The_shortest_line_that_is_an_article_has_room()
    {
        // Other software may write dates in fewer bytes than we do.
        const string Line = """{"change":"publish","articleId":"a","received":"2026-01-01T00:00:00Z","version":1,"published":"2026-01-01T00:00:00Z","embargo":"2026-01-01T00:00:00Z","article":{"headline":"","body":"","url":""}}""";
        var pages = new InMemoryCatalogPages();
        await pages.AppendAsync(1, Encoding.UTF8.GetBytes(Line + "\n"), None);

        var erased = await new CatalogEraser(pages, new CatalogOptions()).EraseAsync("a", TakenDown.Moment, [Position.Start], None);

        Assert.Equal(new ErasedPlace(Position.Start, Line.Length), Assert.Single(erased));
        Assert.DoesNotContain("headline", Encoding.UTF8.GetString(pages.Snapshot()[1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(70_000)]
    [InlineData(300_000)]
    public async Task A_line_of_any_length_is_read_and_blanked_whole(int bodyLength)
    {
        var catalog = new TakenDown();
        var writer = new CatalogWriter(catalog.Pages, new CatalogOptions());
        var article = TakenDown.Content with { Body = new string('ß', bodyLength) };
        await writer.AppendAsync([Some.Publish("before"), TakenDown.Version(1) with { Article = article }, Some.Publish("after")], None);
        await catalog.LookAsync();
        var before = catalog.Pages.Snapshot();

        await new CatalogEraser(catalog.Pages, new CatalogOptions { ReadBytes = 500 })
            .EraseAsync(TakenDown.Id, TakenDown.Moment, catalog.Lines, None);

        Assert.Equal(TakenDown.Expected(before), TakenDown.Text(catalog.Pages.Snapshot()));
    }

    [Fact]
    public async Task Content_is_found_until_it_is_erased()
    {
        var catalog = await TakenDown.CreateAsync();
        Assert.Equal(catalog.Lines, await catalog.Eraser().FindAsync(TakenDown.Id, TakenDown.Moment, None));

        await catalog.Eraser().EraseAsync(TakenDown.Id, TakenDown.Moment, catalog.Lines.Skip(1), None);
        Assert.Equal(catalog.Lines.Take(1), await catalog.Eraser().FindAsync(TakenDown.Id, TakenDown.Moment, None));

        await catalog.Eraser().EraseAsync(TakenDown.Id, TakenDown.Moment, catalog.Lines, None);
        Assert.Empty(await catalog.Eraser().FindAsync(TakenDown.Id, TakenDown.Moment, None));
        Assert.Single(await catalog.Eraser().FindAsync(TakenDown.Id, DateTimeOffset.MaxValue, None));
    }

    [Fact]
    public async Task A_line_that_is_no_change_but_names_the_article_is_found()
    {
        var catalog = await TakenDown.CreateAsync();
        var end = (await catalog.ReadAsync())[^1].Position;
        await catalog.Pages.AppendAsync(end.Page, Encoding.UTF8.GetBytes($$"""{"change":"publish","articleId":"{{TakenDown.Id}}"}""" + "\n"), None);
        await catalog.Pages.AppendAsync(end.Page, "\"libel-not\" is no change either\n"u8.ToArray(), None);
        await catalog.Eraser().EraseAsync(TakenDown.Id, TakenDown.Moment, catalog.Lines, None);

        Assert.Equal([end], await catalog.Eraser().FindAsync(TakenDown.Id, TakenDown.Moment, None));
    }

    [Fact]
    public async Task Whatever_the_catalog_holds_only_the_content_goes() =>
        await Gen.Select(
                Gen.Select(Gen.Int[0, 4], Gen.Int[0, 400], Gen.Int[1, 3]).Array[1, 25],
                Gen.Int[1, 4],
                Gen.Int[50, 3000])
            .SampleAsync(
                async (changes, blocks, readBytes) =>
                {
                    var catalog = new TakenDown();
                    var options = new CatalogOptions { MaxPageBlocks = blocks, ReadBytes = readBytes };
                    var writer = new CatalogWriter(catalog.Pages, options);
                    foreach (var (kind, length, copies) in changes)
                    {
                        await writer.AppendAsync([.. Enumerable.Repeat(Of(kind, length), copies)], None);
                    }

                    var before = catalog.Pages.Snapshot();
                    var eraser = new CatalogEraser(catalog.Pages, options);
                    var found = await eraser.FindAsync(TakenDown.Id, TakenDown.Moment, None);
                    await catalog.LookAsync();
                    Assert.Equal(catalog.Lines, found);

                    await eraser.EraseAsync(TakenDown.Id, TakenDown.Moment, found, None);

                    var after = TakenDown.Text(catalog.Pages.Snapshot());
                    Assert.Equal(TakenDown.Expected(before), after);
                    Assert.All(after.Values, page => Assert.DoesNotContain(TakenDown.Secret, page, StringComparison.Ordinal));
                    Assert.Empty(await eraser.FindAsync(TakenDown.Id, TakenDown.Moment, None));
                },
                iter: 100);

    private static Change Of(int kind, int length) => kind switch
    {
        0 or 1 => TakenDown.Version(length % 100) with { Article = TakenDown.Content with { Body = new string('é', length) + TakenDown.Secret } },
        2 => Some.Withdraw(TakenDown.Id),
        3 => new Change.EraseArticle { ArticleId = TakenDown.Id, Received = TakenDown.Moment, Feeds = ["latest"] },
        _ => Some.Publish($"other-{length}", article: Some.Article(body: new string('é', length))),
    };
}
