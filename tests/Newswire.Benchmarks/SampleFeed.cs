using System.Globalization;
using System.Text;
using Newswire.Articles;
using Newswire.Formats;
using Newswire.TestKit;

namespace Newswire.Benchmarks;

/// <summary>A full feed as a newsroom makes one: 50 entries with about 5 KB of body, two pictures and three topics.</summary>
internal static class SampleFeed
{
    public const int Entries = 50;

    private const string Sentence =
        "“The bridge was never late,” said the harbour’s engineer; ferries to <a href=\"https://news.example/islands\">" +
        "the islands</a> keep to the winter timetable until Easter. ";

    public static FeedHead Head => Some.FeedHead();

    public static IReadOnlyList<Entry> Build(int entries = Entries) => [.. Enumerable.Range(0, entries).Select(Entry)];

    private static Entry Entry(int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"harbour-bridge-{number}");
        var published = Some.Morning.AddMinutes(-7 * number);
        return Some.Entry(
            id: "tag:news.example,2026:" + name,
            published: published,
            updated: published.AddMinutes(3),
            article: Some.Article(
                headline: "Harbour bridge opens a month early – take " + name,
                standfirst: "Ferries keep running until Easter, and the toll waits for the council’s vote in May",
                body: Body(name),
                url: "https://news.example/transport/" + name,
                authors: ["Ada Okafor", "Jürgen Weiß"],
                topics: ["Transport", "Exampleton", "Public spending"],
                featured: Some.Picture($"https://news.example/pictures/{name}.jpg"),
                pictures: [InBody(name)]));
    }

    private static Picture InBody(string name) => Some.Picture(
        $"https://news.example/pictures/{name}-ferry.jpg", 1600, 900, caption: "The last ferry at the old quay.");

    private static string Body(string name)
    {
        var body = new StringBuilder();
        while (body.Length < 5000)
        {
            body.Append("<p>").Append(Sentence).Append(Sentence).Append(Sentence).Append("</p>\n");
            if (body.Length is > 2000 and < 2600)
            {
                body.Append("<figure><img src=\"https://news.example/pictures/").Append(name)
                    .Append("-ferry.jpg\" alt=\"A ferry\"><figcaption>The last ferry at the old quay. ")
                    .Append("<cite>Mei Tanaka, Harbour Press</cite></figcaption></figure>\n");
            }
        }

        return body.ToString();
    }
}
