using System.ServiceModel.Syndication;
using System.Xml;

namespace Newswire.Formats.Rss;

/// <summary>Writes the channel without items and remembers where they belong.</summary>
internal sealed class RssChannelFormatter(RssChannel channel, Stream stream)
    : Rss20FeedFormatter(channel, serializeExtensionsAsAtom: false)
{
    /// <summary>The place of the items, an offset in the stream.</summary>
    public int EntriesAt { get; private set; }

    protected override void WriteItems(XmlWriter writer, IEnumerable<SyndicationItem> items, Uri feedBaseUri)
    {
        writer.Flush();
        EntriesAt = (int)stream.Position;
    }
}
