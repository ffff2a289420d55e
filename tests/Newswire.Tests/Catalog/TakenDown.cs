using System.Text;
using System.Text.Json;
using Newswire.Articles;
using Newswire.Catalog;
using Newswire.TestKit;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Catalog;

/// <summary>A catalog with an article that has to go, and what it has to look like afterwards.</summary>
internal sealed class TakenDown
{
    public const string Id = "libel";

    /// <summary>Stands in every part of the content that has to go, and nowhere else.</summary>
    public const string Secret = "ZQX";

    /// <summary>When the erasure was accepted.</summary>
    public static readonly DateTimeOffset Moment = Some.Morning.AddHours(2);

    private static readonly CancellationToken None = CancellationToken.None;

    public InMemoryCatalogPages Pages { get; } = new();

    /// <summary>Where the lines begin that have to become blank.</summary>
    public IReadOnlyList<Position> Lines { get; private set; } = [];

    /// <summary>Three pages, the last of them open.</summary>
    public static async Task<TakenDown> CreateAsync()
    {
        var catalog = new TakenDown();
        var writer = new CatalogWriter(catalog.Pages, new CatalogOptions { MaxPageBlocks = 2 });
        await writer.AppendAsync([Some.Publish("other"), Version(1), Version(2)], None);
        await writer.AppendAsync([Some.Withdraw("other")], None);
        await writer.AppendAsync([Some.Publish("next")], None);
        await writer.AppendAsync([Some.Publish(Id + "-not")], None);
        await writer.AppendAsync([Version(3), Some.Publish("last"), Version(4) with { Received = Moment.AddMinutes(1), Article = Some.Article() }], None);
        await catalog.LookAsync();
        return catalog;
    }

    /// <summary>A version whose every part is to go.</summary>
    public static Change.Publish Version(long version) =>
        Some.Publish(Id, version, article: Content) with { Embargo = version == 2 ? Some.Morning.AddHours(1) : null };

    public static Article Content => Some.Article(
        $"{Secret} headline",
        $"{Secret} standfirst \"quoted\"",
        $"<p>{Secret} body</p>",
        $"https://news.example/{Secret}",
        authors: [$"{Secret} Author"],
        topics: [$"{Secret} topic"],
        featured: Some.Picture($"https://news.example/{Secret}.jpg", caption: $"{Secret} caption", credits: $"{Secret} credit")) with
    {
        Correction = $"{Secret} correction",
        Section = $"{Secret} section",
        Rights = $"{Secret} rights",
    };

    public CatalogEraser Eraser(ICatalogPages? pages = null) => new(pages ?? Pages, new CatalogOptions());

    /// <summary>Finds the lines that are to become blank.</summary>
    public async Task LookAsync() => Lines =
    [
        .. (await ReadAsync()).Where(line => line.Change is Change.Publish { ArticleId: Id } publish && publish.Received <= Moment)
            .Select(line => line.Start),
    ];

    public async Task<IReadOnlyList<RecordedChange>> ReadAsync()
    {
        var read = await new CatalogReader(Pages, new CatalogOptions()).ReadAsync(Position.Start, 100_000, long.MaxValue, None);
        Assert.Empty(read.Unreadable);
        return read.Changes;
    }

    /// <summary>The bytes of every page as they have to be once the article is erased.</summary>
    public static IReadOnlyDictionary<int, string> Expected(IReadOnlyDictionary<int, byte[]> before) => before.ToDictionary(
        page => page.Key,
        page => string.Join('\n', Encoding.UTF8.GetString(page.Value).Split('\n').Select(ExpectedLine)));

    public static IReadOnlyDictionary<int, string> Text(IReadOnlyDictionary<int, byte[]> pages) =>
        pages.ToDictionary(page => page.Key, page => Encoding.UTF8.GetString(page.Value));

    // Written out by hand rather than with the code under test.
    private static string ExpectedLine(string line)
    {
        if (line.Length == 0)
        {
            return line;
        }

        using var json = JsonDocument.Parse(line);
        var change = json.RootElement;
        if (change.GetProperty("change").GetString() != "publish"
            || change.GetProperty("articleId").GetString() != Id
            || change.GetProperty("received").GetDateTimeOffset() > Moment)
        {
            return line;
        }

        var embargo = change.TryGetProperty("embargo", out var date) ? $",\"embargo\":{date.GetRawText()}" : "";
        var blank = $"{{\"change\":\"erased\",\"version\":{change.GetProperty("version").GetRawText()}"
            + $",\"published\":{change.GetProperty("published").GetRawText()}{embargo}"
            + $",\"articleId\":\"{Id}\",\"received\":{change.GetProperty("received").GetRawText()}}}";
        return blank + new string(' ', Encoding.UTF8.GetByteCount(line) - blank.Length);
    }
}
