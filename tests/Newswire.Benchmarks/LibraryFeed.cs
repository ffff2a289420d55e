using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Newswire.Articles;
using Newswire.Formats;

namespace Newswire.Benchmarks;

/// <summary>
/// The same feed as the library's own formatters write it, faults included. The items are built once and kept, which
/// favours the library.
/// </summary>
internal sealed class LibraryFeed
{
    private static readonly XNamespace Content = Namespaces.Content;
    private static readonly XNamespace DublinCore = Namespaces.DublinCore;
    private static readonly XNamespace Media = Namespaces.Media;

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false) };

    private readonly SyndicationFeed rss;
    private readonly SyndicationFeed atom;

    public LibraryFeed(FeedHead head, IReadOnlyList<Entry> entries)
    {
        rss = Feed(head, [.. entries.Select(RssItem)]);
        atom = Feed(head, [.. entries.Select(AtomItem)]);
    }

    public byte[] WriteRss() => Write(new Rss20FeedFormatter(rss, serializeExtensionsAsAtom: false));

    public byte[] WriteAtom() => Write(new Atom10FeedFormatter(atom));

    private static byte[] Write(SyndicationFeedFormatter formatter)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            formatter.WriteTo(xml);
        }

        return stream.ToArray();
    }

    private static SyndicationFeed Feed(FeedHead head, SyndicationItem[] items)
    {
        var site = new Uri(FeedAddresses.Site(head.Publication));
        var feed = new SyndicationFeed(head.Title, head.Description, site, items)
        {
            Id = "tag:news.example,2026:feeds/latest",
            Language = head.Publication.Language,
            Copyright = new TextSyndicationContent(head.Publication.Rights),
            ImageUrl = new Uri(head.Publication.LogoUrl!),
            Generator = "Newswire",
            LastUpdatedTime = head.Updated,
        };
        feed.AttributeExtensions[new XmlQualifiedName("media", XNamespace.Xmlns.NamespaceName)] = Namespaces.Media;
        feed.AttributeExtensions[new XmlQualifiedName("dc", XNamespace.Xmlns.NamespaceName)] = Namespaces.DublinCore;
        feed.AttributeExtensions[new XmlQualifiedName("content", XNamespace.Xmlns.NamespaceName)] = Namespaces.Content;
        return feed;
    }

    private static SyndicationItem RssItem(Entry entry)
    {
        var item = Item(entry);
        item.ElementExtensions.Add(new XElement(Content + "encoded", entry.Article.Body));
        foreach (var author in entry.Article.Authors)
        {
            item.ElementExtensions.Add(new XElement(DublinCore + "creator", author.Name));
        }

        return item;
    }

    private static SyndicationItem AtomItem(Entry entry)
    {
        var item = Item(entry);
        item.Content = SyndicationContent.CreateHtmlContent(entry.Article.Body);
        foreach (var author in entry.Article.Authors)
        {
            item.Authors.Add(new SyndicationPerson(null, author.Name, null));
        }

        return item;
    }

    private static SyndicationItem Item(Entry entry)
    {
        var article = entry.Article;
        var item = new SyndicationItem
        {
            Id = entry.Id,
            Title = new TextSyndicationContent(article.Headline),
            Summary = new TextSyndicationContent(article.Standfirst),
            PublishDate = entry.Published,
            LastUpdatedTime = entry.Updated,
        };
        item.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(article.Url)));
        item.Links.Add(SyndicationLink.CreateMediaEnclosureLink(
            new Uri(article.Featured!.Url), article.Featured.Type, article.Featured.LengthBytes!.Value));
        foreach (var topic in article.Topics)
        {
            item.Categories.Add(new SyndicationCategory(topic.Name));
        }

        item.ElementExtensions.Add(new XElement(Media + "thumbnail", Facts(article.Featured)));
        foreach (var picture in article.Pictures.Prepend(article.Featured))
        {
            item.ElementExtensions.Add(new XElement(
                Media + "content",
                Facts(picture),
                new XElement(Media + "description", picture.Caption),
                picture.Credits.Select(credit => new XElement(Media + "credit", credit))));
        }

        return item;
    }

    private static XAttribute[] Facts(Picture picture) =>
    [
        new("url", picture.Url),
        new("width", picture.Width!),
        new("height", picture.Height!),
    ];
}
