using System.ServiceModel.Syndication;
using System.Xml;

namespace Newswire.Formats.Atom;

/// <summary>Writes the feed without entries and remembers where they belong.</summary>
internal sealed class AtomFeedFormatter(AtomFeed feed, Stream stream) : Atom10FeedFormatter(feed)
{
    /// <summary>The place of the entries, an offset in the stream.</summary>
    public int EntriesAt { get; private set; }

    protected override void WriteItems(XmlWriter writer, IEnumerable<SyndicationItem> items, Uri feedBaseUri)
    {
        writer.Flush();
        EntriesAt = (int)stream.Position;
    }
}
