using CsCheck;
using Newswire.Feeds;
using Newswire.Http.Serving;
using Newswire.Http.Serving.Addresses;
using Newswire.Http.Tests.Surface;
using Newswire.Projection;
using Newswire.TestKit;

namespace Newswire.Http.Tests.Serving;

/// <summary>Whatever path is asked for, the answer is one of a few, and storage does not hear of it.</summary>
public sealed class AnyPathTests : SurfaceTests
{
    private static readonly IReadOnlySet<int> Answers = new HashSet<int> { 200, 301, 404, 410 };

    /// <summary>Pieces of addresses and of what attackers put between.</summary>
    private static readonly Gen<string> Piece = Gen.OneOf(
        OneOf(
            "feeds", "Feeds", "latest", "LATEST", "topics", "uk-news", "UK News", "old", "gone", "archive", "oldest", "Oldest", "sitemaps",
            "news-1", "news-", "opml", "robots", "sitemap", "style", ".rss", ".atom", ".json", ".html", ".xml", ".css", ".txt", ".", "..",
            "%2F", "%2f", "%00", "%", "%C3", "\\", "\0", "\r\n", "\u0085", "\ud800", "日本", "é", "?", "#", ";", ":", "*", "~"),
        Gen.String[0, 12],
        Gen.String[Gen.Char.AlphaNumeric, 1, 600]);

    private static readonly Gen<string> Pieces = Gen.Select(
        OneOf("/", "/feeds/", "//", "/sitemaps/", "/feeds/latest/archive/"), Piece.Array[0, 6], OneOf("", "/"), (begin, pieces, between) =>
            begin + string.Join(between, pieces));

    private static readonly Gen<string> Mangled = Gen.Select(
        OneOf("/feeds/latest.rss", "/feeds/old.atom", "/feeds/gone.json", "/feeds/latest/archive/oldest.rss", "/opml.xml"),
        Gen.OneOf(Gen.Const(""), Piece),
        Gen.Int[1, 40],
        (address, piece, at) => address.Insert(Math.Min(at, address.Length), piece));

    private static readonly Gen<string> Path = Gen.OneOf(Pieces, Mangled);

    [Fact]
    public async Task No_path_is_a_server_error_and_storage_is_asked_no_more_than_once_a_second_for_what_there_is()
    {
        await Surface.Objects.WriteFeedsAsync(["latest", "topics/uk-news", "topics/日本"], [("old", "latest")], ["gone"]);
        await Surface.Objects.WriteDirectoryAsync("latest", new EntryKey(Some.Morning, "x"));
        await Surface.Objects.WriteDocumentAsync(ObjectPaths.Document("latest", "rss"), "x", "application/rss+xml");

        HashSet<int> seen = [];
        await Path.SampleAsync(
            async path =>
            {
                var status = await Surface.GetRawAsync(path);
                seen.Add(status);
                return Answers.Contains(status);
            },
            iter: 3_000,
            threads: 1);

        Assert.Equal(Answers, seen);
        Assert.Distinct(Surface.Plan.Operations.Where(IsRead));
        Assert.All(Surface.Plan.Operations.Where(IsRead), operation => Assert.Contains(operation.Split(' ')[1], Known));
    }

    [Fact]
    public void No_path_makes_the_parser_throw() => Path.Sample(path => PublicAddress.Parse(path) is var _);

    [Theory]
    [InlineData("feeds/latest.rss")]
    [InlineData("feeds/topics/uk-news.html")]
    [InlineData("feeds/a/b/c.json")]
    [InlineData("feeds/topics/uk-news/archive/oldest.atom")]
    [InlineData("sitemaps/news-12.xml")]
    [InlineData("opml.xml")]
    public void The_address_of_a_document_is_read_as_it_is(string name) =>
        Assert.NotNull(PublicAddress.Parse(PublicPath.Of(PublicPath.ToObject("/" + name))));

    private static IReadOnlySet<string> Known { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "feeds-state/feeds.json", "feeds-state/latest/directory.json",
        "public/index.html", "public/opml.xml", "public/robots.txt", "public/sitemap.xml", "public/manifest.webmanifest",
        "public/feeds/style.css",
        "public/feeds/latest.rss", "public/feeds/latest.atom", "public/feeds/latest.json", "public/feeds/latest.html",
        "public/feeds/topics/uk-news.rss", "public/feeds/topics/uk-news.atom", "public/feeds/topics/uk-news.json", "public/feeds/topics/uk-news.html",
        "public/feeds/topics/日本.rss", "public/feeds/topics/日本.atom", "public/feeds/topics/日本.json", "public/feeds/topics/日本.html",
        "public/feeds/latest/archive/oldest.rss", "public/feeds/latest/archive/oldest.atom", "public/feeds/latest/archive/oldest.json",
    };

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static bool IsRead(string operation) =>
        operation.StartsWith("read public", StringComparison.Ordinal) || operation.StartsWith("read feeds-state", StringComparison.Ordinal);
}
