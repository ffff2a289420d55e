using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Newswire.Articles;
using Newswire.Articles.Html;
using Newswire.Articles.Submissions;
using Newswire.Catalog;
using Newswire.Formats;
using Newswire.TestKit;

namespace Newswire.Tests.Formats;

/// <summary>Any article that ingest accepts: submissions of every kind, read as the HTTP API reads them.</summary>
internal static class AcceptedArticle
{
    private static readonly Gen<string> Piece = Gen.OneOf(
        "<p>", "</p>", "<b>", "</i>", "<figure><img src=/i.jpg alt='x'>", "<figcaption>", "<cite>A. Bo</cite>", "</figure>",
        "<pre>", "\r\n", "\t", "]]>", "<![CDATA[", "<!--", "-->", "&lt;script>", "<script>x</script>", "</item>", "</entry>",
        "\"items\": [", "&amp;amp;", "&#1;", "&nbsp;", "\0", "\uFFFE", "\u2028", "😀", "{", "\\", "أهلاً", "word ", "word ");

    private static readonly Gen<string> Text = Gen.OneOf(Piece, CleanText.Any).Array[0, 10].Select(string.Concat);

    private static readonly Gen<JsonObject> Picture =
        Gen.Select(Text, Text, Gen.Bool, Gen.Int[1, 9999]).Select((caption, credit, known, number) =>
        {
            var picture = new JsonObject
            {
                ["url"] = $"https://news.example/{number}.jpg?a=1&b={Uri.EscapeDataString(caption)}",
                ["caption"] = caption,
                ["credits"] = new JsonArray(credit, "Harbour Press"),
            };
            if (known)
            {
                picture["type"] = "image/jpeg";
                picture["lengthBytes"] = number;
                picture["width"] = number;
            }

            return picture;
        });

    private static readonly Gen<JsonObject> Submission =
        Gen.Select(Gen.Select(Text, Text, Text, Text), Gen.Select(Text, Text, Picture, Gen.Bool)).Select((texts, rest) =>
        {
            var submission = new JsonObject
            {
                ["url"] = "https://news.example/?q=" + Uri.EscapeDataString(texts.Item1),
                ["version"] = 1,
                ["published"] = "2026-03-04T09:00:00Z",
                ["headline"] = "A" + texts.Item1,
                ["standfirst"] = texts.Item2,
                ["body"] = texts.Item3,
                ["authors"] = new JsonArray("A" + texts.Item4, "Jürgen \"JW\" Weiß"),
                ["topics"] = new JsonArray("A" + rest.Item1, "Arts & Culture"),
                ["rights"] = rest.Item2,
            };
            if (rest.Item4)
            {
                submission["featuredPicture"] = rest.Item3;
            }

            return submission;
        });

    public static readonly Gen<Entry> Any =
        Gen.Select(Submission, Text, Text).Select((submission, section, correction) => Read(submission) is { } article
            ? Some.Entry(updated: Some.Morning.AddHours(2), article: article with
            {
                Section = PlainText.OrNull(XmlText.Clean(section)),
                Correction = PlainText.OrNull(XmlText.Clean(correction)),
            })
            : null).Where(entry => entry is not null).Select(entry => entry!);

    private static Article? Read(JsonObject submission) =>
        SubmissionReader.ReadArticle("harbour-bridge", JsonSerializer.SerializeToUtf8Bytes(submission), Some.Morning)
            is SubmissionOutcome.Accepted { Change: Change.Publish publish }
            ? publish.Article
            : null;
}
