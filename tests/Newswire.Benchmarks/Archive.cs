using System.Globalization;
using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Projection;
using Newswire.TestKit;

namespace Newswire.Benchmarks;

/// <summary>
/// The index of a feed that has published one article a minute for as long as it takes. Archives of different sizes end
/// in the same articles, so their newest pages end alike.
/// </summary>
/// <param name="size">How many articles.</param>
internal sealed class Archive(int size)
{
    /// <summary>How many of the newest articles have entries that are true to their content.</summary>
    public const int Tail = 100;

    public int Size => size;

    /// <summary>When the article with this number was published; 0 is the newest.</summary>
    public static DateTimeOffset Published(int number) => Some.Morning.AddMinutes(-number);

    public static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"article-{number}");

    public static EntryKey Key(int number) => new(Published(number), Id(number));

    public static Article Article(int number) => Some.Article(
        headline: "Harbour bridge, day " + number.ToString(CultureInfo.InvariantCulture),
        url: "https://news.example/" + Id(number));

    /// <summary>A key a second newer than that of the article with this number, which begins a page or does not.</summary>
    public static EntryKey Beside(int number, string prefix, bool beginsPage) =>
        Enumerable.Range(0, 100_000)
            .Select(i => new EntryKey(Published(number).AddSeconds(1), string.Create(CultureInfo.InvariantCulture, $"{prefix}-{i}")))
            .First(key => PageBoundary.IsAt(key) == beginsPage);

    /// <summary>The pages from the oldest to the newest, each with its beginning.</summary>
    public IEnumerable<(EntryKey? Start, FeedPage Page)> Pages()
    {
        EntryKey? start = null;
        List<EntryRef> entries = [];
        for (var number = size - 1; number >= 0; number--)
        {
            if (PageBoundary.IsAt(Key(number)))
            {
                yield return (start, new FeedPage(entries));
                (start, entries) = (Key(number), []);
            }

            entries.Add(EntryAt(number));
        }

        yield return (start, new FeedPage(entries));
    }

    private static EntryRef EntryAt(int number)
    {
        // Nobody looks behind the fingerprints of old entries; they are only as long as true ones.
        var published = Published(number);
        var content = number < Tail
            ? Fingerprint.Of(new Entry(EntryIdentity.Of(Some.Publication(), Id(number)), published, published, Article(number)))
            : number.ToString("D22", CultureInfo.InvariantCulture);
        return new EntryRef(Id(number), published, published, content);
    }
}
