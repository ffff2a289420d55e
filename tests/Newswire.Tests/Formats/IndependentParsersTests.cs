using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using CodeHollow.FeedReader;
using CodeHollow.FeedReader.Feeds;
using Newswire.Formats;
using Newswire.TestKit;

namespace Newswire.Tests.Formats;

public sealed class IndependentParsersTests
{
    private static readonly DateTimeOffset Edited = Some.Morning.AddHours(2);

    private static readonly Entry Entry = Some.Entry(
        updated: Edited,
        article: Some.Article(
            headline: "R&D <fund> grows",
            authors: ["Ada Okafor", "Jürgen Weiß"],
            topics: ["Transport", "Arts & Culture"],
            featured: Some.Picture()));

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    public void The_library_reads_back_what_was_written(string extension)
    {
        using var stream = new MemoryStream(Document(extension));
        using var reader = XmlReader.Create(stream);
        var feed = SyndicationFeed.Load(reader);
        var item = Assert.Single(feed.Items);

        Assert.Equal("Latest", feed.Title.Text);
        Assert.Equal("News from Exampleton.", feed.Description.Text);
        Assert.Equal("en-GB", feed.Language);
        Assert.Equal("© The Example Times", feed.Copyright.Text);
        Assert.Equal("https://news.example/logo.png", feed.ImageUrl.AbsoluteUri);
        Assert.Equal(Edited, feed.LastUpdatedTime);
        Assert.Equal("https://syndication.example/feeds/latest." + extension, Link(feed.Links, "self"));
        Assert.Equal("https://news.example/", Link(feed.Links, "alternate"));
        Assert.Equal(Entry.Id, item.Id);
        Assert.Equal("R&D <fund> grows", item.Title.Text);
        Assert.Equal("https://news.example/harbour-bridge", Link(item.Links, "alternate"));
        Assert.Equal(Some.Morning, item.PublishDate);
        Assert.Equal(["Transport", "Arts & Culture"], item.Categories.Select(category => category.Name));
        Assert.Equal("https://news.example/bridge.jpg", Link(item.Links, "enclosure"));
        Assert.Equal(123_456, item.Links.Single(link => link.RelationshipType == "enclosure").Length);
        Assert.Equal("Ferries keep running until Easter", item.Summary.Text);
    }

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    [InlineData("json")]
    public void A_feed_reader_of_other_making_reads_back_what_was_written(string extension)
    {
        var feed = FeedReader.ReadFromByteArray(Document(extension));
        var item = Assert.Single(feed.Items);

        Assert.Equal("Latest", feed.Title);
        var atom = feed.SpecificFeed as AtomFeed;
        Assert.Equal("News from Exampleton.", atom?.Subtitle ?? feed.Description);
        Assert.Equal("https://news.example/", feed.Link);
        Assert.Equal("https://news.example/logo.png", atom?.Logo ?? feed.ImageUrl);
        Assert.Equal(extension == "json" ? null : "© The Example Times", atom?.Rights ?? feed.Copyright);
        Assert.Equal("en-GB", extension == "atom" ? "en-GB" : feed.Language);
        Assert.Equal(extension == "json" ? null : Edited.UtcDateTime, feed.LastUpdatedDate?.ToUniversalTime());
        Assert.Equal(Entry.Id, item.Id);
        Assert.Equal("R&D <fund> grows", item.Title);
        Assert.Equal("https://news.example/harbour-bridge", item.Link);
        Assert.Equal(Some.Morning.UtcDateTime, item.PublishingDate!.Value.ToUniversalTime());
        Assert.StartsWith(
            "Ada Okafor", item.SpecificItem is MediaRssFeedItem rss ? rss.DC.Creator : item.Author,
            StringComparison.Ordinal);
        Assert.Equal(["Transport", "Arts & Culture"], item.Categories);
        Assert.Equal(Entry.Article.Body, item.Content);
    }

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    [InlineData("json")]
    public void No_known_fault_of_the_library_reaches_a_document(string extension)
    {
        var document = Document(extension);
        var text = Encoding.UTF8.GetString(document);

        Assert.NotEqual(0xEF, document[0]);
        Assert.DoesNotContain("utf-16", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("a10:", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"<[pdq]\d+:|xmlns:[pdq]\d+", text);
        Assert.DoesNotContain("Z</pubDate>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Z</lastBuildDate>", text, StringComparison.Ordinal);
        if (extension != "json")
        {
            // Every prefix is declared once, at the root, and never again by an entry.
            Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<", text, StringComparison.Ordinal);
            Assert.Single(text.Split("xmlns:media=")[1..]);
            Assert.DoesNotContain("xmlns", text[text.IndexOf("<title", StringComparison.Ordinal)..], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    public void No_hostile_character_makes_a_document_unreadable(string extension)
    {
        // Without the high surrogates, so that each low one stands alone.
        var every = string.Concat(
            Enumerable.Range(0, 0x10000).Select(unit => (char)unit).Where(unit => !char.IsHighSurrogate(unit)));
        var article = Some.Article(
            every, every, every, authors: [every], topics: [every], featured: Some.Picture(caption: every));
        var hostile = Some.Entry("tag:news.example,2026:" + every, article: article with { Rights = every });

        using var stream = new MemoryStream(FormatCase.Write(
            FormatCase.Formats.Single(format => format.Extension == extension), Some.FeedHead(title: every), hostile, Entry));
        using var reader = XmlReader.Create(stream);
        Assert.Equal(2, SyndicationFeed.Load(reader).Items.Count());
    }

    private static byte[] Document(string extension) => FormatCase.Write(
        FormatCase.Formats.Single(format => format.Extension == extension), Some.FeedHead(updated: Edited), Entry);

    private static string? Link(IEnumerable<SyndicationLink> links, string relation) =>
        links.Single(link => link.RelationshipType == relation).Uri.AbsoluteUri;
}
