using System.Text;
using System.Text.Json;

namespace Newswire.Benchmarks.Load;

/// <summary>
/// Articles as a newsroom's CMS sends them, dated one an hour however fast they come: a subscription document then holds
/// what it does on an ordinary day. Dates and ids are the same in every run, and so are the documents.
/// </summary>
internal static class LoadArticles
{
    private const int ParagraphLength = 300;

    // A day on which the articles before the load come to a document of 50 entries, as large as that which other numbers
    // in README are about; while more of them come it has 71 on average.
    private static readonly DateTimeOffset First = new(2024, 11, 9, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Topics = ["Transport", "Economy", "Culture", "Sport", "Weather"];
    private static readonly string[] Authors = ["Ada Okafor", "Jürgen Weiß", "Mei Tanaka"];

    private static readonly string[] Syllables =
        "har bour bri dge ne ver la te fer ry ti me ta ble win ter coun cil vo tes may eas ter toll wai ts en gi neer said is land".Split(' ');

    /// <summary>One article: JSON on one line.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="number">Its place among all that are sent, from 0: says when it was published, and chooses topic and author.</param>
    /// <param name="paragraphs">Length of the body; a paragraph has 300 bytes.</param>
    public static byte[] Write(string id, int number, int paragraphs)
    {
        var body = new StringBuilder();
        var random = new Random(number);
        for (var paragraph = 0; paragraph < paragraphs; paragraph++)
        {
            body.Append("<p>");
            while (body.Length % ParagraphLength < ParagraphLength - 20)
            {
                // Text that compresses about as well as prose does.
                body.Append(Syllables[random.Next(Syllables.Length)]).Append(Syllables[random.Next(Syllables.Length)])
                    .Append(random.Next(3) == 0 ? ", " : " ");
            }

            body.Append("<em>").Append(number).Append("</em>.</p>\n");
            body.Append(' ', ParagraphLength - (body.Length % ParagraphLength));
        }

        return JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["id"] = id,
            ["version"] = 1,
            ["headline"] = "Harbour bridge opens a month early: " + id,
            ["standfirst"] = "Ferries keep running until Easter",
            ["body"] = body.ToString(),
            ["url"] = "https://news.example/" + id,
            ["published"] = First.AddHours(number),
            ["authors"] = new[] { Authors[number % Authors.Length] },
            ["topics"] = new[] { Topics[number % Topics.Length] },
        });
    }
}
