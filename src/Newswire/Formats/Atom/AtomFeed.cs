using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;

namespace Newswire.Formats.Atom;

/// <summary>The feed: the library's model, with the prefix that entries rely on.</summary>
internal sealed class AtomFeed : SyndicationFeed
{
    private const string MediaType = "application/atom+xml";

    private readonly FeedHead head;

    private AtomFeed(FeedHead head) => this.head = head;

    public static AtomFeed Of(FeedHead head, string extension)
    {
        var publication = head.Publication;
        var site = new Uri(FeedAddresses.Site(publication));
        var feed = new AtomFeed(head)
        {
            Id = FeedIdentity.Of(publication, head.Name),
            Title = new TextSyndicationContent(XmlCharacters.Clean(head.Title)),
            Description = new TextSyndicationContent(XmlCharacters.Clean(head.Description)),
            LastUpdatedTime = FeedIdentity.Updated(head),
            Language = publication.Language,
            Copyright = head.Rights is { } rights ? new TextSyndicationContent(XmlCharacters.Clean(rights)) : null,
            ImageUrl = head.LogoUrl is { } logo ? new Uri(logo) : null,
            Generator = FeedGenerator.Name,
        };

        // RFC 4287 §4.1.1: entries without an author of their own have the feed's.
        feed.Authors.Add(new SyndicationPerson(null, XmlCharacters.Clean(publication.Title), site.AbsoluteUri));
        foreach (var (relation, url) in FeedLinks.Documents(head, extension))
        {
            feed.Links.Add(new SyndicationLink(new Uri(url), relation, title: null, MediaType, length: 0));
        }

        foreach (var hub in FeedLinks.Hubs(head))
        {
            feed.Links.Add(new SyndicationLink { Uri = new Uri(hub), RelationshipType = "hub" });
        }

        if (publication.LicenceUrl is { } license)
        {
            feed.Links.Add(new SyndicationLink { Uri = new Uri(license), RelationshipType = "license" });
        }

        feed.Links.Add(SyndicationLink.CreateAlternateLink(site, "text/html"));
        return feed;
    }

    protected override void WriteAttributeExtensions(XmlWriter writer, string version)
    {
        if (head.Tombstones.Count > 0)
        {
            writer.WriteAttributeString("xmlns", "at", null, Namespaces.Tombstones);
        }

        if (head.Page is not null)
        {
            writer.WriteAttributeString("xmlns", "fh", null, Namespaces.History);
        }

        writer.WriteAttributeString("xmlns", "media", null, Namespaces.Media);
        ForeignElements.Declare(writer, head.Additions?.Vocabularies ?? []);
    }

    // The formatter writes these before the entries, and after one no foreign element may stand in a feed (RFC 4287,
    // Appendix B).
    protected override void WriteElementExtensions(XmlWriter writer, string version)
    {
        if (head.Page is not null)
        {
            writer.WriteStartElement("fh", "archive", Namespaces.History);
            writer.WriteEndElement();
        }

        ForeignElements.Write(writer, head.Additions?.Elements ?? [], Namespaces.Atom);
        foreach (var (id, when) in head.Tombstones)
        {
            writer.WriteStartElement("at", "deleted-entry", Namespaces.Tombstones);
            writer.WriteAttributeString("ref", XmlCharacters.Clean(id));
            writer.WriteAttributeString("when", when.UtcDateTime.ToString(DateForms.Rfc3339, CultureInfo.InvariantCulture));
            writer.WriteEndElement();
        }
    }
}
