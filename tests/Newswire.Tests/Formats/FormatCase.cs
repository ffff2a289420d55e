using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Formats.Atom;
using Newswire.Formats.JsonFeed;
using Newswire.Formats.Rss;

namespace Newswire.Tests.Formats;

/// <summary>One rule and the smallest feed that shows it.</summary>
public sealed record FormatCase(string Shows, FeedHead Head, params IReadOnlyList<Entry> Entries)
{
    public static readonly IReadOnlyList<IFeedFormat> Formats =
        [new RssFormat(), new AtomFormat(), new JsonFeedFormat()];

    public EntryContent Content { get; init; } = EntryContent.Full;

    public byte[] WriteAs(string extension) =>
        Write(Formats.Single(known => known.Extension == extension), Head, Content, Entries);

    public static byte[] Write(IFeedFormat format, FeedHead head, params IEnumerable<Entry> entries) =>
        Write(format, head, EntryContent.Full, entries);

    public static byte[] Write(IFeedFormat format, FeedHead head, EntryContent content, params IEnumerable<Entry> entries) =>
        format.WriteFeed(head, [.. entries.Select(entry => (ReadOnlyMemory<byte>)format.WriteEntry(entry, content))]);
}
