using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Newswire.Benchmarks.Load;

/// <summary>Articles as a newsroom's CMS sends them.</summary>
internal static class LoadArticles
{
    private static readonly string[] Topics = ["Transport", "Economy", "Culture", "Sport", "Weather"];
    private static readonly string[] Authors = ["Ada Okafor", "Jürgen Weiß", "Mei Tanaka"];

    /// <summary>One article: JSON on one line.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="number">Chooses topic and author.</param>
    /// <param name="published">Its publication.</param>
    /// <param name="paragraphs">Length of the body; a paragraph has some 330 bytes.</param>
    public static byte[] Write(string id, int number, DateTimeOffset published, int paragraphs)
    {
        var body = new StringBuilder();
        for (var paragraph = 0; paragraph < paragraphs; paragraph++)
        {
            body.Append(
                CultureInfo.InvariantCulture,
                $"<p>“The bridge was never late,” said the harbour’s engineer of article {number}, paragraph {paragraph}; ferries to <a href=\"https://news.example/islands\">the islands</a> keep to the winter timetable until Easter, and the toll waits for the council’s vote in May, when <em>everything</em> may be different. Nobody in the harbour expects that.</p>\n");
        }

        return JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["id"] = id,
            ["version"] = 1,
            ["headline"] = "Harbour bridge opens a month early: " + id,
            ["standfirst"] = "Ferries keep running until Easter",
            ["body"] = body.ToString(),
            ["url"] = "https://news.example/" + id,
            ["published"] = published,
            ["authors"] = new[] { Authors[number % Authors.Length] },
            ["topics"] = new[] { Topics[number % Topics.Length] },
        });
    }
}
