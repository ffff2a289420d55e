using Newswire.Articles;
using Newswire.Formats;

namespace Newswire.Projection;

/// <summary>An entry in every format, ready to be put into documents.</summary>
/// <param name="Article">What it was made of; feeds take the spelling of their title from it.</param>
/// <param name="Bytes">By file extension of the format.</param>
internal sealed record FormattedEntry(Article Article, IReadOnlyDictionary<string, byte[]> Bytes)
{
    public long LengthBytes => Bytes.Values.Sum(bytes => (long)bytes.Length) + (2L * Article.Body.Length);

    public static FormattedEntry Of(Entry entry, IReadOnlyList<IFeedFormat> formats) => new(
        entry.Article,
        formats.ToDictionary(format => format.Extension, format => format.WriteEntry(entry, Newswire.Feeds.EntryContent.Full), StringComparer.Ordinal));
}
