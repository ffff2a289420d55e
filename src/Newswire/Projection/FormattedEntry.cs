using Newswire.Feeds;
using Newswire.Formats;

namespace Newswire.Projection;

/// <summary>An entry in every format, ready to be put into documents.</summary>
/// <param name="Entry">What it was made of; titles, pages and sitemaps are made from it.</param>
/// <param name="Bytes">By file extension of the format.</param>
internal sealed record FormattedEntry(Entry Entry, IReadOnlyDictionary<string, byte[]> Bytes)
{
    public long LengthBytes => Bytes.Values.Sum(bytes => (long)bytes.Length) + (2L * Entry.Article.Body.Length);

    public static FormattedEntry Of(Entry entry, IReadOnlyList<IFeedFormat> formats, EntryContent content) => new(
        entry,
        formats.ToDictionary(
            format => format.Extension, format => format.WriteEntry(entry, content), StringComparer.Ordinal));
}
