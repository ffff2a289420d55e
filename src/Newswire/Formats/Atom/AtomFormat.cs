using System.Text;
using System.Xml;
using Newswire.Feeds;

namespace Newswire.Formats.Atom;

/// <summary>Atom 1.0 (RFC 4287) with Media RSS, archives (RFC 5005) and deleted entries (RFC 6721).</summary>
public sealed class AtomFormat : IFeedFormat
{
    // Line ends are fixed, because the default is the machine's and documents are the same on every machine.
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = "",
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
    };

    private static readonly EntryLayout Layout = new(before: "\n", between: "\n", after: "");

    /// <inheritdoc/>
    public string Title => "Atom";

    /// <inheritdoc/>
    public string Extension => "atom";

    /// <inheritdoc/>
    public string ContentType => "application/atom+xml; charset=utf-8";

    private static ReadOnlySpan<byte> Tail => "\n</feed>"u8;

    /// <inheritdoc/>
    public byte[] WriteEntry(Entry entry, EntryContent content) => AtomEntry.Write(entry, content);

    /// <inheritdoc/>
    public byte[] WriteFeed(FeedHead head, IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        using var stream = new MemoryStream(capacity: 4096);
        var formatter = new AtomFeedFormatter(AtomFeed.Of(head, Extension), stream);
        using (var writer = XmlWriter.Create(stream, Settings))
        {
            writer.WriteStartDocument();
            StyleSheetInstruction.Write(writer, head);
            formatter.WriteTo(writer);
        }

        var frame = stream.GetBuffer().AsMemory(0, (int)stream.Length);
        return Join(new FeedParts(frame[..formatter.EntriesAt], entries, frame[formatter.EntriesAt..]));
    }

    /// <inheritdoc/>
    public FeedParts? Split(ReadOnlyMemory<byte> document) => document.Span.EndsWith(Tail)
        ? Layout.Split(document, XmlEntries.Find(document.Span, "entry"u8), document.Length - Tail.Length)
        : null;

    /// <inheritdoc/>
    public byte[] Join(FeedParts parts) => Layout.Join(parts);
}
