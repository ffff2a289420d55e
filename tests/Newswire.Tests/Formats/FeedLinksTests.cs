using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using CodeHollow.FeedReader;
using CodeHollow.FeedReader.Feeds;
using CsCheck;
using Newswire.Formats;
using Newswire.TestKit;

namespace Newswire.Tests.Formats;

/// <summary>Whatever a feed's neighbours and losses are, parsers that are not ours find them in all three formats.</summary>
public sealed class FeedLinksTests
{
    private const string Site = "https://syndication.example";

    private static readonly Gen<string?> Page =
        Gen.Select(Gen.Bool, Gen.String[Gen.Char.AlphaNumeric, 1, 40]).Select((isThere, page) => isThere ? page : null);

    private static readonly Gen<FeedHead> Heads =
        Gen.Select(Page, Page, Page, Gen.OneOf("latest", "topics/uk-news", "topics/ö"), Gen.DateTimeOffset.Array[0, 3], Gen.Bool)
            .Select((page, previous, next, name, gone, hub) => Some.FeedHead(
                name, publication: Some.Publication() with { OwnHub = hub, OutsideHubs = hub ? ["https://hub.example/?a=1&b=2"] : [] }) with
            {
                Page = page,
                PreviousPage = previous,
                NextPage = page is null ? null : next,
                Tombstones = [.. gone.Select((when, i) => new Tombstone($"tag:news.example,2026:gone-{i}", Seconds(when)))],
            });

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    public void The_library_finds_the_links_of_Xml(string extension) => Heads.Sample(head =>
    {
        using var stream = new MemoryStream(Document(head, extension));
        using var reader = XmlReader.Create(stream);
        var links = SyndicationFeed.Load(reader).Links
            .Where(link => link.RelationshipType != "alternate")
            .Select(link => (link.RelationshipType, link.Uri.AbsoluteUri));

        Assert.Equal(Expected(head, extension).Order(), links.Order());
    });

    [Fact]
    public void A_feed_reader_finds_the_links_of_Json() => Heads.Sample(head =>
    {
        var document = Document(head, "json");
        var feed = (JsonFeed)FeedReader.ReadFromByteArray(document).SpecificFeed;
        using var json = JsonDocument.Parse(document);
        var archive = json.RootElement.GetProperty("_newswire").TryGetProperty("archive", out var found) ? found : (JsonElement?)null;

        List<(string, string?)> links =
        [
            ("self", feed.FeedUrl),
            ("prev-archive", feed.NextUrl),
            .. (feed.Hubs ?? []).Select(hub => ("hub", (string?)hub.Url)),
            ("current", archive?.GetProperty("current").GetString()),
            ("next-archive", archive is { } known && known.TryGetProperty("next_archive", out var next) ? next.GetString() : null),
        ];

        Assert.Equal(
            Expected(head, "json").Order(), links.Where(link => link.Item2 is not null).Select(link => (link.Item1, link.Item2!)).Order());
    });

    [Fact]
    public void Atom_and_Json_tell_of_the_same_entries_that_are_gone() => Heads.Sample(head =>
    {
        using var stream = new MemoryStream(Document(head, "atom"));
        var atom = XDocument.Load(stream).Root!.Elements()
            .Where(element => element.Name == XName.Get("deleted-entry", "http://purl.org/atompub/tombstones/1.0"))
            .Select(element => new Tombstone(element.Attribute("ref")!.Value, (DateTimeOffset)element.Attribute("when")!));
        using var feed = JsonDocument.Parse(Document(head, "json"));
        var json = feed.RootElement.TryGetProperty("_tombstones", out var list)
            ? list.EnumerateArray().Select(gone => new Tombstone(
                gone.GetProperty("id").GetString()!, gone.GetProperty("when").GetDateTimeOffset()))
            : [];

        Assert.Equal(head.Tombstones, atom);
        Assert.Equal(head.Tombstones, json);
    });

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    public void Only_an_archive_document_says_that_it_is_one(string extension) => Heads.Sample(head =>
    {
        using var stream = new MemoryStream(Document(head, extension));
        Assert.Equal(
            head.Page is null ? 0 : 1,
            XDocument.Load(stream).Descendants(XName.Get("archive", "http://purl.org/syndication/history/1.0")).Count());
    });

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    public void The_prefixes_of_archives_and_of_what_is_gone_are_declared_where_they_are_used(string extension) => Heads.Sample(head =>
    {
        using var stream = new MemoryStream(Document(head, extension));
        var declared = XDocument.Load(stream).Root!.Attributes()
            .Where(attribute => attribute.IsNamespaceDeclaration)
            .Select(attribute => attribute.Name.LocalName);

        Assert.Equal(head.Page is not null, declared.Contains("fh"));
        Assert.Equal(extension == "atom" && head.Tombstones.Count > 0, declared.Contains("at"));
    });

    // RFC 5005 §4 and WebSub §4, written down once more.
    private static IEnumerable<(string Relation, string Url)> Expected(FeedHead head, string extension)
    {
        var feed = $"{Site}/feeds/{head.Name.Replace("ö", "%C3%B6", StringComparison.Ordinal)}";
        yield return ("self", head.Page is null ? $"{feed}.{extension}" : $"{feed}/archive/{head.Page}.{extension}");
        if (head.PreviousPage is not null)
        {
            yield return ("prev-archive", $"{feed}/archive/{head.PreviousPage}.{extension}");
        }

        if (head.Page is not null)
        {
            yield return ("current", $"{feed}.{extension}");
        }

        if (head.Page is not null && head.NextPage is not null)
        {
            yield return ("next-archive", $"{feed}/archive/{head.NextPage}.{extension}");
        }

        if (head.Page is null && head.Publication.OwnHub)
        {
            yield return ("hub", $"{Site}/hub");
            yield return ("hub", "https://hub.example/?a=1&b=2");
        }
    }

    private static DateTimeOffset Seconds(DateTimeOffset moment) =>
        new(moment.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);

    private static byte[] Document(FeedHead head, string extension) =>
        FormatCase.Write(FormatCase.Formats.Single(format => format.Extension == extension), head, Some.Entry());
}
