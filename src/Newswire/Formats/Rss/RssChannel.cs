using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;

namespace Newswire.Formats.Rss;

/// <summary>The channel: the library's model, completed where its RSS formatter drops or misspells something.</summary>
/// <remarks>
/// It does not tell of entries that are gone: RSS has no word for it, and RFC 6721 gives <c>at:deleted-entry</c> a
/// meaning in Atom feeds only. The licence is the link of RFC 4946: <c>creativeCommons:license</c> is for those of Creative
/// Commons only.
/// </remarks>
internal sealed class RssChannel : SyndicationFeed
{
    private const string MediaType = "application/rss+xml";

    private readonly FeedHead head;
    private readonly string extension;

    private RssChannel(FeedHead head, string extension)
    {
        this.head = head;
        this.extension = extension;
    }

    public static RssChannel Of(FeedHead head, string extension)
    {
        var publication = head.Publication;
        var channel = new RssChannel(head, extension)
        {
            Title = new TextSyndicationContent(XmlCharacters.Clean(head.Title)),
            Description = new TextSyndicationContent(XmlCharacters.Clean(head.Description)),
            Language = publication.Language,
            Copyright = head.Rights is { } rights ? new TextSyndicationContent(XmlCharacters.Clean(rights)) : null,
            ImageUrl = head.LogoUrl is { } logo ? new Uri(logo) : null,
            Generator = FeedGenerator.Name,
        };
        channel.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(FeedAddresses.Site(publication))));
        return channel;
    }

    protected override void WriteElementExtensions(XmlWriter writer, string version)
    {
        // Not LastUpdatedTime: the formatter ends the date in Z. A feed that never had an entry needs none.
        if (head.Updated > DateTimeOffset.UnixEpoch)
        {
            writer.WriteElementString(
                "lastBuildDate", head.Updated.UtcDateTime.ToString(DateForms.Rfc822, CultureInfo.InvariantCulture));
        }

        // The formatter writes no link but the alternate one.
        foreach (var (relation, url) in FeedLinks.Documents(head, extension))
        {
            WriteLink(writer, relation, MediaType, url);
        }

        foreach (var hub in FeedLinks.Hubs(head))
        {
            WriteLink(writer, "hub", null, hub);
        }

        if (head.Publication.LicenceUrl is { } license)
        {
            WriteLink(writer, "license", null, license);
        }

        if (head.Page is not null)
        {
            writer.WriteStartElement("fh", "archive", Namespaces.History);
            writer.WriteEndElement();
        }

        ForeignElements.Write(writer, head.Additions?.Elements ?? [], own: "");
    }

    private static void WriteLink(XmlWriter writer, string relation, string? mediaType, string url)
    {
        writer.WriteStartElement("atom", "link", Namespaces.Atom);
        writer.WriteAttributeString("rel", relation);
        if (mediaType is not null)
        {
            writer.WriteAttributeString("type", mediaType);
        }

        writer.WriteAttributeString("href", url);
        writer.WriteEndElement();
    }
}
