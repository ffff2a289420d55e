using Microsoft.Extensions.Caching.Memory;
using Newswire.Feeds;
using Newswire.Formats;

namespace Newswire.Projection;

/// <summary>
/// Formats each content once. The key is the fingerprint of everything an entry shows, so what is found is always
/// right, whoever changed what meanwhile.
/// </summary>
internal sealed class FormattedEntries(IReadOnlyList<IFeedFormat> formats, long maxBytes) : IDisposable
{
    private readonly MemoryCache entries = new(new MemoryCacheOptions { SizeLimit = maxBytes });

    public FormattedEntry? Find(EntryRef entry, EntryContent content) =>
        entries.Get<FormattedEntry>((entry.Content, content));

    public FormattedEntry Format(string fingerprint, Entry entry, EntryContent content)
    {
        var key = (fingerprint, content);
        if (entries.Get<FormattedEntry>(key) is { } known)
        {
            return known;
        }

        var formatted = FormattedEntry.Of(entry, formats, content);
        entries.Set(key, formatted, new MemoryCacheEntryOptions { Size = formatted.LengthBytes });
        return formatted;
    }

    public void Dispose() => entries.Dispose();
}
