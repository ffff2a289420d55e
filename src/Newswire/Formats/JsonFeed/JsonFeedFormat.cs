using Newswire.Feeds;

namespace Newswire.Formats.JsonFeed;

/// <summary>JSON Feed 1.1 (jsonfeed.org/version/1.1), with the extensions <c>_newswire</c> (an object, of the feed and of
/// an item) and <c>_tombstones</c> (a list of the items that are gone: their <c>id</c>, and <c>when</c> they went).</summary>
public sealed class JsonFeedFormat : IFeedFormat
{
    private static readonly EntryLayout Layout = new(before: "\n", between: ",\n", after: "\n");

    /// <inheritdoc/>
    public string Title => "JSON Feed";

    /// <inheritdoc/>
    public string Extension => "json";

    /// <inheritdoc/>
    public string ContentType => "application/feed+json; charset=utf-8";

    private static ReadOnlySpan<byte> Tail => "]\n}"u8;

    /// <inheritdoc/>
    public byte[] WriteEntry(Entry entry, EntryContent content) => JsonFeedItem.Write(entry, content);

    /// <inheritdoc/>
    public byte[] WriteFeed(FeedHead head, IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        using var buffer = new PooledBuffer(capacityBytes: 4096);
        var entriesAt = JsonFeedHead.Write(buffer, head, Extension);
        var frame = (ReadOnlyMemory<byte>)buffer.Written.ToArray();
        return Join(new FeedParts(frame[..entriesAt], entries, frame[entriesAt..]));
    }

    /// <inheritdoc/>
    public FeedParts? Split(ReadOnlyMemory<byte> document) =>
        document.Span.EndsWith(Tail) && JsonFeedItems.Find(document.Span) is { } items
        ? Layout.Split(document, items.Entries, items.Place)
        : null;

    /// <inheritdoc/>
    public byte[] Join(FeedParts parts) => Layout.Join(parts);
}
