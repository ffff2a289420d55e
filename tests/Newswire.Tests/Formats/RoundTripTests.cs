using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using CsCheck;
using Newswire.Feeds;
using Newswire.Formats.Atom;
using Newswire.Formats.JsonFeed;
using Newswire.Formats.Rss;
using Newswire.TestKit;

namespace Newswire.Tests.Formats;

public sealed class RoundTripTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Media = "http://search.yahoo.com/mrss/";

    [Fact]
    public void Rss_gives_back_every_clean_text_as_it_was() => ArticleText.Any.Sample(text =>
    {
        var document = Xml(FormatCase.Write(new RssFormat(), Some.FeedHead(title: text.Headline), text.Entry()));
        var channel = document.Root!.Element("channel")!;
        var item = channel.Element("item")!;
        Assert.Equal(text.Headline, channel.Element("title")!.Value);
        Assert.Equal(text.Url, item.Element("link")!.Value);
        Assert.Equal(text, new ArticleText(
            item.Element("title")!.Value,
            WebUtility.HtmlDecode(item.Element("description")!.Value),
            item.Element(Content + "encoded")!.Value,
            item.Element(Dc + "creator")!.Value,
            item.Element("category")!.Value,
            item.Element(Media + "content")!.Element(Media + "description")!.Value,
            item.Element(Media + "content")!.Element(Media + "credit")!.Value,
            item.Element(Dc + "rights")!.Value));
    });

    [Fact]
    public void Atom_gives_back_every_clean_text_as_it_was() => ArticleText.Any.Sample(text =>
    {
        var document = Xml(FormatCase.Write(new AtomFormat(), Some.FeedHead(title: text.Headline), text.Entry()));
        var entry = document.Root!.Element(Atom + "entry")!;
        Assert.Equal(text.Headline, document.Root.Element(Atom + "title")!.Value);
        Assert.Equal(text.Url, entry.Element(Atom + "link")!.Attribute("href")!.Value);
        Assert.Equal(text, new ArticleText(
            entry.Element(Atom + "title")!.Value,
            entry.Element(Atom + "summary")!.Value,
            entry.Element(Atom + "content")!.Value,
            entry.Element(Atom + "author")!.Element(Atom + "name")!.Value,
            entry.Element(Atom + "category")!.Attribute("term")!.Value,
            entry.Element(Media + "content")!.Element(Media + "description")!.Value,
            entry.Element(Media + "content")!.Element(Media + "credit")!.Value,
            entry.Element(Atom + "rights")!.Value));
    });

    [Fact]
    public void Json_Feed_gives_back_every_clean_text_as_it_was() => ArticleText.Any.Sample(text =>
    {
        using var document = JsonDocument.Parse(
            FormatCase.Write(new JsonFeedFormat(), Some.FeedHead(title: text.Headline), text.Entry()));
        var item = document.RootElement.GetProperty("items")[0];
        var picture = item.GetProperty("_newswire").GetProperty("pictures")[0];
        Assert.Equal(text.Headline, document.RootElement.GetProperty("title").GetString());
        Assert.Equal(text.Url, item.GetProperty("url").GetString());
        Assert.Equal(text, new ArticleText(
            item.GetProperty("title").GetString()!,
            item.GetProperty("summary").GetString()!,
            item.GetProperty("content_html").GetString()!,
            item.GetProperty("authors")[0].GetProperty("name").GetString()!,
            item.GetProperty("tags")[0].GetString()!,
            picture.GetProperty("caption").GetString()!,
            picture.GetProperty("credits")[0].GetString()!,
            item.GetProperty("_newswire").GetProperty("rights").GetString()!));
    });

    [Fact]
    public void The_same_input_gives_the_same_bytes_and_no_entry_knows_its_feed() => ArticleText.Any.Sample(text =>
    {
        var entry = text.Entry();
        var otherHead = Some.FeedHead(
            "topics/arts", text.Headline, publication: new() { Title = text.Topic, Language = "cy" });
        foreach (var format in FormatCase.Formats)
        {
            var fragment = format.WriteEntry(entry, EntryContent.Full);
            Assert.Equal(fragment, format.WriteEntry(text.Entry(), EntryContent.Full));
            Assert.Equal(FormatCase.Write(format, otherHead, entry), FormatCase.Write(format, otherHead, text.Entry()));
            Assert.True(FormatCase.Write(format, otherHead, entry).AsSpan().IndexOf(fragment) > 0);
            Assert.True(FormatCase.Write(format, Some.FeedHead(), entry).AsSpan().IndexOf(fragment) > 0);
        }
    });

    private static XDocument Xml(byte[] document)
    {
        using var stream = new MemoryStream(document);
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }
}
