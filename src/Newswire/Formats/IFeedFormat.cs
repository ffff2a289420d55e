namespace Newswire.Formats;

/// <summary>
/// A syndication format. Both operations are pure: the same input gives the same bytes, on every machine, for ever.
/// </summary>
/// <remarks>
/// Writing is split in two so that an entry is formatted once and its bytes are put into every document that carries
/// it. What <see cref="WriteEntry"/> returns depends on the entry alone.
/// </remarks>
public interface IFeedFormat
{
    /// <summary>The format's name as people know it: RSS, Atom, JSON Feed.</summary>
    string Title { get; }

    /// <summary>The file extension without a dot: <c>rss</c>, <c>atom</c>, <c>json</c>.</summary>
    string Extension { get; }

    /// <summary>The media type with its charset, as in <c>Content-Type</c>.</summary>
    string ContentType { get; }

    /// <summary>One entry as UTF-8, to be put into a document of this format.</summary>
    byte[] WriteEntry(Entry entry);

    /// <summary>The whole document as UTF-8, without byte order mark, from entries written by <see cref="WriteEntry"/>.</summary>
    byte[] WriteFeed(FeedHead head, IReadOnlyList<ReadOnlyMemory<byte>> entries);
}
