using System.Runtime.CompilerServices;
using System.Text;
using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Formats.Html;
using Newswire.Formats.Opml;
using Newswire.Formats.Sitemaps;
using Newswire.TestKit;

namespace Newswire.Tests.Formats;

/// <summary>
/// Documents beside the feeds, byte for byte. Of a page for people the style, the script and the policy with their
/// hashes are left out: the browser judges them.
/// </summary>
public sealed class DocumentCorpusTests
{
    private static readonly string Corpus = Path.GetFullPath(Path.Combine(Here(), "..", "Corpus", "documents"));

    private static readonly Publication Prefixed = Some.Publication() with { BaseUrl = "https://host.example/syndication" };

    private static readonly SortedDictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["authors/ada-okafor"] = "Ada Okafor",
        ["latest"] = "Latest",
        ["topics/r-d"] = "R&D \"now\"",
        ["weekend/long-reads"] = "Long reads",
    };

    private static readonly Article Pictured = Some.Article(
        "R&D <fund> \"grows\"", language: "cy", url: "https://news.example/?a=1&b='2'", authors: ["Ada Okafor", "Jürgen Weiß"], featured: Some.Picture())
        with
    { Correction = "It was nine." };

    private static readonly IReadOnlyList<Entry> Entries =
    [
        Some.Entry("tag:1", updated: Some.Morning.AddHours(1), article: Pictured),
        Some.Entry("tag:2", article: Some.Article(standfirst: null, authors: [], featured: new Picture { Url = "https://news.example/a.jpg" })),
    ];

    private static readonly Dictionary<string, (string Shows, Func<byte[]> Write)> All = new(StringComparer.Ordinal)
    {
        ["html/feed.html"] = ("All that an entry has to show, and the least.", () => HtmlFeedPage.Write(
            Some.FeedHead("topics/r-d", "The Example Times: R&D", publication: Prefixed), Entries, FormatCase.Formats)),
        ["html/feed-empty.html"] = ("A feed without entries says so.", () => HtmlFeedPage.Write(Some.FeedHead(), [], FormatCase.Formats)),
        ["html/directory.html"] = ("Every group.", () => HomePage.Write(Prefixed, Titles, FormatCase.Formats)),
        ["html/directory-empty.html"] = ("Before the first article.", () => HomePage.Write(
            Some.Publication(), new Dictionary<string, string>(), FormatCase.Formats)),
        ["sitemaps/news.xml"] = ("Everything known of an article, and the least.", () => NewsSitemap.Write(Some.Publication(), Entries)),
        ["sitemaps/news-empty.xml"] = ("Two days without an article.", () => NewsSitemap.Write(Some.Publication(), [])),
        ["sitemaps/index.xml"] = ("Two files below a prefix.", () => SitemapIndex.Write(Prefixed, 2)),
        ["opml/feeds.opml"] = ("Grouped as the directory is.", () => OpmlDocument.Write(Prefixed, Titles, FormatCase.Formats[0])),
        ["robots/host.txt"] = ("", () => RobotsText.Write(Some.Publication())),
        ["robots/prefix.txt"] = ("", () => RobotsText.Write(Prefixed)),
    };

    public static TheoryData<string> Cases => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_document_is_byte_for_byte_what_its_rule_expects(string file)
    {
        var expectedPath = Path.Combine(Corpus, file);
        var receivedPath = Path.ChangeExtension(expectedPath, ".received" + Path.GetExtension(file));
        var received = Encoding.UTF8.GetBytes(Received(All[file].Shows, Encoding.UTF8.GetString(All[file].Write())));
        Directory.CreateDirectory(Path.GetDirectoryName(receivedPath)!);
        File.Delete(receivedPath);
        if (File.Exists(expectedPath) && File.ReadAllBytes(expectedPath).AsSpan().SequenceEqual(received))
        {
            return;
        }

        File.WriteAllBytes(receivedPath, received);
        Assert.Fail($"Received {receivedPath}{Environment.NewLine}expected {expectedPath}");
    }

    [Fact]
    public void Every_file_of_the_corpus_belongs_to_a_case() => Assert.Equal(
        All.Keys.Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Corpus, "*", SearchOption.AllDirectories)
            .Where(path => !path.Contains(".received.", StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(Corpus, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal));

    private static string Received(string shows, string document)
    {
        if (shows.Length == 0)
        {
            return document;
        }

        var firstLine = document.IndexOf('\n', StringComparison.Ordinal) + 1;
        return (document[..firstLine] + $"<!-- {shows} -->\n" + document[firstLine..])
            .Replace(PageSecurity.Style, "", StringComparison.Ordinal)
            .Replace(PageSecurity.Script, "", StringComparison.Ordinal)
            .Replace(System.Net.WebUtility.HtmlEncode(PageSecurity.PagePolicy), "", StringComparison.Ordinal);
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
