using Newswire.Feeds;

namespace Newswire.Formats.JsonFeed;

/// <summary>JSON Feed 1.1 (jsonfeed.org/version/1.1), with the extension object <c>_newswire</c>.</summary>
public sealed class JsonFeedFormat : IFeedFormat
{
    /// <inheritdoc/>
    public string Title => "JSON Feed";

    /// <inheritdoc/>
    public string Extension => "json";

    /// <inheritdoc/>
    public string ContentType => "application/feed+json; charset=utf-8";

    /// <inheritdoc/>
    public byte[] WriteEntry(Entry entry, EntryContent content) => JsonFeedItem.Write(entry, content);

    /// <inheritdoc/>
    public byte[] WriteFeed(FeedHead head, IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        using var buffer = new PooledBuffer(capacityBytes: 4096);
        var entriesAt = JsonFeedHead.Write(buffer, head, Extension);
        return new DocumentFrame(buffer.Written, entriesAt)
            .Fill(entries, before: "\n"u8, between: ",\n"u8, after: "\n"u8);
    }
}
