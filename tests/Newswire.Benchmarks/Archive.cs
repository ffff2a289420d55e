using System.Globalization;
using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Projection;
using Newswire.TestKit;

namespace Newswire.Benchmarks;

/// <summary>
/// The index of a feed that has published one article an hour for as long as it takes. Every page is of mean size, and
/// archives of different sizes end in the same articles, so two of them differ in nothing but their length.
/// </summary>
/// <param name="size">How many articles.</param>
internal sealed class Archive(int size)
{
    /// <summary>How many articles are younger than the one that begins the newest page.</summary>
    public const int Newest = PageBoundary.MeanEntries - 2;

    /// <summary>
    /// How many of the newest articles, and of those on either side of the middle, have entries that are true to their
    /// content: nobody looks behind the fingerprints of others, which are only as long as true ones.
    /// </summary>
    private const int Read = 4 * PageBoundary.MeanEntries;

    /// <summary>The number of the article in the middle.</summary>
    public int Middle => size / 2;

    /// <summary>The numbers of the articles that a change may make the projection look at.</summary>
    public IEnumerable<int> Looked => Enumerable.Range(0, size).Where(IsLooked);

    /// <summary>When the article with this number was published; 0 is the newest.</summary>
    public static DateTimeOffset Published(int number) => Some.Morning.AddHours(-number);

    public static string Id(int number) => Key(number).Id;

    public static EntryKey Key(int number) => Key(
        Published(number),
        string.Create(CultureInfo.InvariantCulture, $"article-{number}"),
        beginsPage: number % PageBoundary.MeanEntries == Newest);

    /// <summary>A key at this moment that begins a page or does not, with an id of this beginning.</summary>
    public static EntryKey Key(DateTimeOffset published, string prefix, bool beginsPage)
    {
        for (var i = 0; ; i++)
        {
            var key = new EntryKey(published, string.Create(CultureInfo.InvariantCulture, $"{prefix}-{i}"));
            if (PageBoundary.IsAt(key) == beginsPage)
            {
                return key;
            }
        }
    }

    public static Article Article(int number) => Some.Article(
        headline: "Harbour bridge, day " + number.ToString(CultureInfo.InvariantCulture),
        url: string.Create(CultureInfo.InvariantCulture, $"https://news.example/article-{number}"));

    /// <summary>The pages from the oldest to the newest, each with its beginning.</summary>
    public IEnumerable<(EntryKey? Start, FeedPage Page)> Pages()
    {
        EntryKey? start = null;
        List<EntryRef> entries = [];
        for (var number = size - 1; number >= 0; number--)
        {
            var entry = EntryAt(number);
            if (PageBoundary.IsAt(entry.Key))
            {
                yield return (start, new FeedPage(entries));
                (start, entries) = (entry.Key, []);
            }

            entries.Add(entry);
        }

        yield return (start, new FeedPage(entries));
    }

    private bool IsLooked(int number) => number < Read || Math.Abs(number - Middle) < Read;

    private EntryRef EntryAt(int number)
    {
        var key = Key(number);
        var content = IsLooked(number)
            ? Fingerprint.Of(new Entry(
                EntryIdentity.Of(Some.Publication(), key.Id), key.Published, key.Published, Article(number)))
            : number.ToString("D22", CultureInfo.InvariantCulture);
        return new EntryRef(key.Id, key.Published, key.Published, content);
    }
}
