using System.Text;
using System.Xml;
using Newswire.Feeds;

namespace Newswire.Formats.Atom;

/// <summary>Atom 1.0 (RFC 4287) with Media RSS.</summary>
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

    /// <inheritdoc/>
    public string Title => "Atom";

    /// <inheritdoc/>
    public string Extension => "atom";

    /// <inheritdoc/>
    public string ContentType => "application/atom+xml; charset=utf-8";

    /// <inheritdoc/>
    public byte[] WriteEntry(Entry entry, EntryContent content) => AtomEntry.Write(entry, content);

    /// <inheritdoc/>
    public byte[] WriteFeed(FeedHead head, IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        using var stream = new MemoryStream(capacity: 4096);
        var formatter = new AtomFeedFormatter(AtomFeed.Of(head, Extension), stream);
        using (var writer = XmlWriter.Create(stream, Settings))
        {
            formatter.WriteTo(writer);
        }

        var frame = new DocumentFrame(stream.GetBuffer().AsSpan(0, (int)stream.Length), formatter.EntriesAt);
        return frame.Fill(entries, before: "\n"u8, between: "\n"u8, after: default);
    }
}
