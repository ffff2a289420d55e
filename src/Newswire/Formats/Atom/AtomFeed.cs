using System.ServiceModel.Syndication;
using System.Xml;

namespace Newswire.Formats.Atom;

/// <summary>The feed: the library's model, with the prefix that entries rely on.</summary>
internal sealed class AtomFeed : SyndicationFeed
{
    private AtomFeed()
    {
    }

    public static AtomFeed Of(FeedHead head, string extension)
    {
        var publication = head.Publication;
        var site = new Uri(FeedAddresses.Site(publication));
        var feed = new AtomFeed
        {
            Id = FeedIdentity.Of(publication, head.Name),
            Title = new TextSyndicationContent(XmlCharacters.Clean(head.Title)),
            Description = new TextSyndicationContent(XmlCharacters.Clean(head.Description)),
            LastUpdatedTime = head.Updated.ToUniversalTime(),
            Language = publication.Language,
            Copyright = publication.Rights is { } rights ? new TextSyndicationContent(XmlCharacters.Clean(rights)) : null,
            ImageUrl = head.LogoUrl is { } logo ? new Uri(logo) : null,
            Generator = FeedGenerator.Name,
        };

        // RFC 4287 §4.1.1: entries without an author of their own have the feed's.
        feed.Authors.Add(new SyndicationPerson(null, XmlCharacters.Clean(publication.Title), site.AbsoluteUri));
        feed.Links.Add(SyndicationLink.CreateSelfLink(
            new Uri(FeedAddresses.Url(publication, head.Name, extension)), "application/atom+xml"));
        feed.Links.Add(SyndicationLink.CreateAlternateLink(site, "text/html"));
        return feed;
    }

    protected override void WriteAttributeExtensions(XmlWriter writer, string version) =>
        writer.WriteAttributeString("xmlns", "media", null, Namespaces.Media);
}
