using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;

namespace Newswire.Formats.Rss;

/// <summary>The channel: the library's model, completed where its RSS formatter drops or misspells something.</summary>
internal sealed class RssChannel : SyndicationFeed
{
    private readonly string self;
    private readonly DateTimeOffset updated;

    private RssChannel(string self, DateTimeOffset updated)
    {
        this.self = self;

        // Not LastUpdatedTime: the formatter ends the date of lastBuildDate in Z.
        this.updated = updated;
    }

    public static RssChannel Of(FeedHead head, string extension)
    {
        var publication = head.Publication;
        var channel = new RssChannel(FeedAddresses.Url(publication, head.Name, extension), head.Updated)
        {
            Title = new TextSyndicationContent(XmlCharacters.Clean(head.Title)),
            Description = new TextSyndicationContent(XmlCharacters.Clean(head.Description)),
            Language = publication.Language,
            Copyright = publication.Rights is { } rights ? new TextSyndicationContent(XmlCharacters.Clean(rights)) : null,
            ImageUrl = head.LogoUrl is { } logo ? new Uri(logo) : null,
            Generator = FeedGenerator.Name,
        };
        channel.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(FeedAddresses.Site(publication))));
        return channel;
    }

    protected override void WriteElementExtensions(XmlWriter writer, string version)
    {
        writer.WriteElementString(
            "lastBuildDate", updated.UtcDateTime.ToString(DateForms.Rfc822, CultureInfo.InvariantCulture));
        WriteLink(writer, "self", self, "application/rss+xml");
    }

    // The formatter writes no link but the alternate one.
    private static void WriteLink(XmlWriter writer, string relation, string url, string type)
    {
        writer.WriteStartElement("atom", "link", Namespaces.Atom);
        writer.WriteAttributeString("rel", relation);
        writer.WriteAttributeString("type", type);
        writer.WriteAttributeString("href", url);
        writer.WriteEndElement();
    }
}
