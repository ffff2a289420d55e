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

    public byte[] WriteAs(string extension)
    {
        var format = Formats.Single(known => known.Extension == extension);
        return Write(format, Head, Entries);
    }

    public static byte[] Write(IFeedFormat format, FeedHead head, params IEnumerable<Entry> entries) =>
        format.WriteFeed(head, [.. entries.Select(entry => (ReadOnlyMemory<byte>)format.WriteEntry(entry, EntryContent.Full))]);
}
