using Newswire.Feeds;

namespace Newswire.Formats;

/// <summary>
/// A syndication format. All operations are pure: the same input gives the same bytes, on every machine, for ever.
/// </summary>
/// <remarks>
/// Writing is split in two so that an entry is formatted once and its bytes are put into every document that carries
/// it. What <see cref="WriteEntry"/> returns depends on the entry alone; what an article leaves to its publication
/// (language, rights, an author) is therefore said by the document and not by the entry. Implementations hold no state
/// and may be used from many threads.
/// </remarks>
public interface IFeedFormat
{
    /// <summary>The format's name as people know it: RSS, Atom, JSON Feed.</summary>
    string Title { get; }

    /// <summary>The file extension without a dot: <c>rss</c>, <c>atom</c>, <c>json</c>.</summary>
    string Extension { get; }

    /// <summary>The media type with its charset, as in <c>Content-Type</c>.</summary>
    string ContentType { get; }

    /// <summary>
    /// One entry as UTF-8, to be put into a document of this format. In the XML formats a fragment that is not
    /// well-formed alone: its prefixes are declared by the document. A character the format forbids becomes U+FFFD, so
    /// that no entry can make a document unreadable.
    /// </summary>
    byte[] WriteEntry(Entry entry, EntryContent content);

    /// <summary>
    /// The whole document as UTF-8, without byte order mark, from entries written by <see cref="WriteEntry"/>.
    /// </summary>
    /// <exception cref="UriFormatException">An address of the publication is not an absolute URL.</exception>
    byte[] WriteFeed(FeedHead head, IReadOnlyList<ReadOnlyMemory<byte>> entries);

    /// <summary>
    /// The parts of a document that <see cref="WriteFeed"/> wrote, whatever stands in its entries; null for bytes
    /// that show that they are none. For documents with a part of the entries (RFC 3229), made without the articles.
    /// </summary>
    FeedParts? Split(ReadOnlyMemory<byte> document);

    /// <summary>
    /// The document of which these are the parts: after <see cref="Split"/> the same bytes again, and with other entries
    /// of this format what <see cref="WriteFeed"/> had written with those.
    /// </summary>
    byte[] Join(FeedParts parts);
}
