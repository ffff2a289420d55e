using System.IO.Compression;
using System.Text;
using Newswire.Importing;

namespace Newswire.Tests.Importing;

public sealed class HostileImportTests : IDisposable
{
    private const string Head = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>t</title>""";
    private const string Good = "<item><title>Good</title><link>https://courier.example/good</link><pubDate>Thu, 05 Mar 2026 08:55:00 GMT</pubDate></item>";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newswire-import-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("wordpress/courier.xml", 61)]
    [InlineData("feeds/rss.xml", 13)]
    [InlineData("feeds/atom.xml", 7)]
    [InlineData("ghost/courier.json", 41)]
    public async Task A_file_that_ends_too_early_gives_what_is_whole_and_says_where_it_ends(string file, int step)
    {
        var whole = await File.ReadAllBytesAsync(ImportCorpus.PathOf(file), TestContext.Current.CancellationToken);
        var kind = Assert.IsType<ImportOpening.Opened>(
            ImportSources.Open(ImportCorpus.PathOf(file), kind: null, ImportCorpus.Options, TimeProvider.System)).Kind;
        for (var length = 0; length < whole.Length - 20; length += step)
        {
            var items = await ImportCorpus.ReadAsync(Write("cut", whole[..length]), kind);

            Assert.Single(items.OfType<ImportedItem.LeftOut>(), left => left.Reason.Contains("missing", StringComparison.Ordinal));
            Assert.Contains("missing", Assert.IsType<ImportedItem.LeftOut>(items[^1]).Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_compressed_file_that_ends_too_early_says_so()
    {
        var whole = Gzip(await File.ReadAllBytesAsync(ImportCorpus.PathOf("wordpress/courier.xml"), TestContext.Current.CancellationToken));
        for (var length = 30; length < whole.Length - 1; length += 101)
        {
            var items = await ImportCorpus.ReadAsync(Write("cut.xml.gz", whole[..length]), ImportKind.WordPress);

            Assert.Contains("missing", Assert.IsType<ImportedItem.LeftOut>(items[^1]).Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Compressed_files_are_read_as_what_is_in_them()
    {
        var text = await File.ReadAllBytesAsync(ImportCorpus.PathOf("wordpress/courier.xml"), TestContext.Current.CancellationToken);
        var plain = Articles(await ImportCorpus.ReadAsync(ImportCorpus.PathOf("wordpress/courier.xml")));

        Assert.Equal(plain, Articles(await ImportCorpus.ReadAsync(Write("courier.xml.gz", Gzip(text)))));
        Assert.Equal(plain, Articles(await ImportCorpus.ReadAsync(Zip("export.zip", ("courier.xml", text)))));
    }

    [Fact]
    public async Task What_a_post_refers_to_may_be_in_another_file_of_the_export()
    {
        var text = await File.ReadAllTextAsync(ImportCorpus.PathOf("wordpress/courier.xml"), TestContext.Current.CancellationToken);
        var cut = text.IndexOf("<item>\n\t\t<title><![CDATA[bridge]]>", StringComparison.Ordinal);
        var head = text[..text.IndexOf("<item>", StringComparison.Ordinal)];
        var (first, second) = (text[..cut] + "</channel></rss>", head + text[cut..]);

        var parts = await ImportCorpus.ReadAsync(Zip("parts.zip", ("1.xml", Encoding.UTF8.GetBytes(first)), ("2.xml", Encoding.UTF8.GetBytes(second))));

        Assert.Equal(Articles(await ImportCorpus.ReadAsync(ImportCorpus.PathOf("wordpress/courier.xml"))), Articles(parts));
    }

    [Fact]
    public async Task Entities_are_never_expanded()
    {
        var items = await FeedAsync("<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" + Head + Good.Replace("Good", "&b;", StringComparison.Ordinal) + "</channel></rss>");

        Assert.Contains("document type declaration", Assert.IsType<ImportedItem.LeftOut>(Assert.Single(items)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_that_is_nested_without_end_is_passed_over_and_the_next_is_taken()
    {
        var deep = string.Concat(Enumerable.Repeat("<b>", 10_000)) + string.Concat(Enumerable.Repeat("</b>", 10_000));

        var items = await FeedAsync($"{Head}<item><title>Deep</title><description>{deep}</description></item>{Good}</channel></rss>");

        Assert.Equal(["left out: Elements are nested more than 200 deep in it.", "Good"], items.Select(Short));
    }

    [Fact]
    public async Task An_item_that_is_too_large_is_passed_over_and_the_next_is_taken()
    {
        var items = await FeedAsync($"{Head}<item><title>Large</title><description>{new string('a', 17 * 1024 * 1024)}</description></item>{Good}</channel></rss>");

        Assert.Equal(["left out: It has more than 16777216 characters.", "Good"], items.Select(Short));
    }

    [Fact]
    public async Task Characters_that_XML_forbids_cost_nothing_but_themselves()
    {
        var items = await FeedAsync($"{Head}<item><title>A\u000b B\u0001</title><link>https://courier.example/x</link><pubDate>Thu, 05 Mar 2026 08:55:00 GMT</pubDate></item>{Good}</channel></rss>");

        Assert.Equal(["A B", "Good"], items.Select(Short));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_cost_nothing_but_themselves()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Head + "<item><title>A"), 0xff, 0xc3, .. Encoding.UTF8.GetBytes("B</title><link>https://courier.example/x</link><pubDate>2026-03-05</pubDate></item>" + Good + "</channel></rss>")];

        Assert.Equal(["A\ufffd\ufffdB", "Good"], (await ImportCorpus.ReadAsync(Write("feed.xml", bytes))).Select(Short));
    }

    [Fact]
    public async Task A_row_that_is_too_large_is_passed_over_and_the_next_is_taken()
    {
        var large = new string('x', 1024 * 1024);
        var values = string.Join(',', Enumerable.Repeat($"\"{large}\"", 40));
        var json = $$$"""{"db":[{"data":{"posts":[{"id":"a1","title":"Large","x":[{{{values}}}]},{"id":"a2","slug":"good","title":"Good","html":"<p>x</p>","status":"published","published_at":"2026-03-05T08:55:00Z"}],"users":[]}}]}""";

        var items = await ImportCorpus.ReadAsync(Write("ghost.json", Encoding.UTF8.GetBytes(json)));

        Assert.Equal(["left out: It has more than 33554432 bytes.", "Good"], items.Select(Short));
    }

    [Theory]
    [InlineData("""{"db":[{"data":{"posts":{"a":1}}}]}""")]
    [InlineData("""{"db":[{"data":{"posts":[1,"two",null,[3]]}}]}""")]
    [InlineData("""{"db":[{"data":{"posts":[{"id":7,"title":[],"status":{}}]}}]}""")]
    [InlineData("""{"db":[{"data":{"posts":[{"\ud800":1,"id":"a"}]}}]}""")]
    [InlineData("""{"meta":{},"data":{}}""")]
    public async Task An_export_of_another_shape_throws_nothing(string json)
    {
        var items = await ImportCorpus.ReadAsync(Write("ghost.json", Encoding.UTF8.GetBytes(json)), ImportKind.Ghost);

        Assert.Empty(items.OfType<ImportedItem.Article>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("no format at all")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    public void What_is_nothing_that_can_be_imported_is_refused(string content) =>
        Assert.IsType<ImportOpening.Refused>(
            ImportSources.Open(Write("thing", Encoding.UTF8.GetBytes(content)), kind: null, ImportCorpus.Options, TimeProvider.System));

    [Fact]
    public void A_path_without_a_file_is_refused() =>
        Assert.Contains("no file", Assert.IsType<ImportOpening.Refused>(
            ImportSources.Open(Path.Combine(folder.FullName, "nowhere"), kind: null, ImportCorpus.Options, TimeProvider.System)).Reason, StringComparison.Ordinal);

    [Fact]
    public void An_export_of_Ghost_needs_the_address_of_its_site() =>
        Assert.Contains("address", Assert.IsType<ImportOpening.Refused>(
            ImportSources.Open(ImportCorpus.PathOf("ghost/courier.json"), kind: null, new ImportOptions(), TimeProvider.System)).Reason, StringComparison.Ordinal);

    private static string Short(ImportedItem item) => item switch
    {
        ImportedItem.Article article => System.Text.Json.JsonElement.Parse(article.Json.Span).GetProperty("headline").GetString()!,
        ImportedItem.LeftOut left => "left out: " + left.Reason,
        _ => item.ToString(),
    };

    private static List<string> Articles(IReadOnlyList<ImportedItem> items) =>
        [.. items.OfType<ImportedItem.Article>().Select(article => Encoding.UTF8.GetString(article.Json.Span))];

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private Task<IReadOnlyList<ImportedItem>> FeedAsync(string xml) =>
        ImportCorpus.ReadAsync(Write("feed.xml", Encoding.UTF8.GetBytes(xml)), ImportKind.Feed);

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private string Zip(string name, params ReadOnlySpan<(string Name, byte[] Content)> files)
    {
        var path = Path.Combine(folder.FullName, name);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var file in files)
        {
            using var entry = archive.CreateEntry(file.Name).Open();
            entry.Write(file.Content);
        }

        return path;
    }
}
