using System.Xml.Linq;
using CsCheck;
using Newswire.Formats.Opml;
using Newswire.Formats.Rss;
using Newswire.TestKit;

namespace Newswire.Tests.Formats.Opml;

public sealed class OpmlDocumentTests
{
    [Fact]
    public void Every_feed_is_an_outline_with_what_readers_import_whatever_its_title() => CleanText.Any.Sample(text =>
    {
        var titles = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["latest"] = "Latest", ["topics/日本"] = text, ["front-page"] = text };
        using var stream = new MemoryStream(OpmlDocument.Write(Some.Publication(), titles, new RssFormat()));
        var document = XDocument.Load(stream);
        Assert.Equal("2.0", document.Root!.Attribute("version")!.Value);
        var feeds = document.Descendants("outline").Where(outline => outline.Attribute("type")?.Value == "rss").ToList();
        Assert.Equal(["The Example Times: Latest", "The Example Times: " + text, "The Example Times: " + text], feeds.Select(feed => feed.Attribute("text")!.Value));
        Assert.All(feeds, feed => Assert.Equal(feed.Attribute("text")!.Value, feed.Attribute("title")!.Value));
        Assert.Equal("https://syndication.example/feeds/topics/%E6%97%A5%E6%9C%AC.rss", feeds[2].Attribute("xmlUrl")!.Value);
        Assert.Equal("https://syndication.example/feeds/topics/%E6%97%A5%E6%9C%AC.html", feeds[2].Attribute("htmlUrl")!.Value);
        Assert.Equal(["Selections", "Topics"], document.Root.Element("body")!.Elements().Skip(1).Select(group => group.Attribute("text")!.Value));
    });
}
