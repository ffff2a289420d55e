using System.Text;
using CsCheck;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.TestKit;

namespace Newswire.Tests.Formats;

public sealed class SplitTests
{
    // What could be taken for a piece of a document, in text and in CDATA.
    private static readonly Gen<string> Piece = Gen.OneOf(
        "<item>", "</item>", "<item", "\n<item>\n", "<entry>", "</entry>", "<entry xml:lang=\"cy\">", "</feed>",
        "\n</feed>", "\n</channel>\n</rss>", "<![CDATA[", "]]>", "]]", "<", ">", "/", "&#x3C;", "\"items\": [", "[", "]",
        "{", "}", "},\n{", "\",\"", "\\", "\"", "<!--", "-->", "<?", "\n", "\r", "😀");

    private static readonly Gen<string> Hostile = Gen.OneOf(Piece, CleanText.Any).Array[0, 12].Select(string.Concat);

    private static readonly Gen<Entry[]> Entries =
        Gen.Select(Hostile, Hostile, Hostile, Gen.Bool.Select(own => own ? "cy" : null)).Select((headline, body, topic, language) =>
            Some.Entry(article: Some.Article(
                headline, body, body, language: language, authors: [topic], topics: [topic],
                featured: Some.Picture(caption: body)))).Array[0, 5];

    public static TheoryData<string> Extensions => [.. FormatCase.Formats.Select(format => format.Extension)];

    [Theory]
    [MemberData(nameof(Extensions))]
    public void A_document_comes_apart_at_its_entries_whatever_stands_in_them(string extension) =>
        Gen.Select(Hostile, Entries).Sample((title, entries) =>
        {
            var format = Format(extension);
            var written = Write(format, entries);
            var document = format.WriteFeed(Some.FeedHead(title: title), written);

            var parts = format.Split(document);

            Assert.Equal(Texts(written), Texts(parts!.Entries));
            Assert.Equal(document, format.Join(parts));
        });

    [Theory]
    [MemberData(nameof(Extensions))]
    public void With_some_of_its_entries_it_is_the_document_of_those(string extension) =>
        Gen.Select(Entries, Gen.Bool.Array[5]).Sample((entries, chosen) =>
        {
            var format = Format(extension);
            var written = Write(format, entries);
            List<ReadOnlyMemory<byte>> some = [.. written.Where((_, i) => chosen[i])];

            var parts = format.Split(format.WriteFeed(Some.FeedHead(), written))!;

            Assert.Equal(
                format.WriteFeed(Some.FeedHead(), some),
                format.Join(parts with { Entries = [.. parts.Entries.Where((_, i) => chosen[i])] }));
        });

    [Theory]
    [MemberData(nameof(Extensions))]
    public void A_beginning_of_a_document_is_none(string extension)
    {
        var format = Format(extension);
        var document = format.WriteFeed(Some.FeedHead(), Write(format, [Some.Entry(), Some.Entry()]));
        for (var length = 0; length < document.Length; length++)
        {
            Assert.Null(format.Split(document.AsMemory(0, length)));
        }
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Other_bytes_are_no_document(string extension) => Assert.All(
        ["", " ", "<html></html>", "{}", "[]", "1", "{\"items\":{}}", "{\"items\":[{},{}]}", "\n<item></item>\n"],
        other => Assert.Null(Format(extension).Split(Encoding.UTF8.GetBytes(other))));

    private static IFeedFormat Format(string extension) =>
        FormatCase.Formats.Single(format => format.Extension == extension);

    private static List<ReadOnlyMemory<byte>> Write(IFeedFormat format, IEnumerable<Entry> entries) =>
        [.. entries.Select(entry => (ReadOnlyMemory<byte>)format.WriteEntry(entry, EntryContent.Full))];

    private static IEnumerable<string> Texts(IEnumerable<ReadOnlyMemory<byte>> entries) =>
        entries.Select(entry => Encoding.UTF8.GetString(entry.Span));
}
