using System.Xml.Serialization;
using Newswire.Feeds;

namespace Newswire.Formats.Rss;

/// <summary>RSS 2.0 (rssboard.org/rss-specification) with the content, Dublin Core, Media RSS, Atom and archive modules.</summary>
public sealed class RssFormat : IFeedFormat
{
    private static readonly EntryLayout Layout = new(before: "\n", between: "\n", after: "");

    /// <inheritdoc/>
    public string Title => "RSS";

    /// <inheritdoc/>
    public string Extension => "rss";

    /// <inheritdoc/>
    public string ContentType => "application/rss+xml; charset=utf-8";

    private static ReadOnlySpan<byte> Tail => "\n</channel>\n</rss>"u8;

    /// <inheritdoc/>
    public byte[] WriteEntry(Entry entry, EntryContent content) => RssItem.Write(entry, content);

    /// <inheritdoc/>
    public byte[] WriteFeed(FeedHead head, IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        using var stream = new MemoryStream(capacity: 4096);
        using var writer = new RssTextWriter(stream);
        var formatter = new RssChannelFormatter(RssChannel.Of(head, Extension), stream);

        // The root is written here and the formatter asked for what is in it, because only on the root are prefixes
        // found by readers that do not read XML as XML; the formatter would let us declare them on the channel.
        writer.WriteStartDocument();
        StyleSheetInstruction.Write(writer, head);
        writer.WriteStartElement("rss");
        writer.WriteAttributeString("xmlns", "atom", null, Namespaces.Atom);
        writer.WriteAttributeString("xmlns", "content", null, Namespaces.Content);
        writer.WriteAttributeString("xmlns", "dc", null, Namespaces.DublinCore);
        if (head.Page is not null)
        {
            writer.WriteAttributeString("xmlns", "fh", null, Namespaces.History);
        }

        writer.WriteAttributeString("xmlns", "media", null, Namespaces.Media);
        ForeignElements.Declare(writer, head.Additions?.Vocabularies ?? []);
        ((IXmlSerializable)formatter).WriteXml(writer);
        writer.WriteEndElement();
        writer.Flush();

        var frame = stream.GetBuffer().AsMemory(0, (int)stream.Length);
        return Join(new FeedParts(frame[..formatter.EntriesAt], entries, frame[formatter.EntriesAt..]));
    }

    /// <inheritdoc/>
    public FeedParts? Split(ReadOnlyMemory<byte> document) => document.Span.EndsWith(Tail)
        ? Layout.Split(document, XmlEntries.Find(document.Span, "item"u8), document.Length - Tail.Length)
        : null;

    /// <inheritdoc/>
    public byte[] Join(FeedParts parts) => Layout.Join(parts);
}
