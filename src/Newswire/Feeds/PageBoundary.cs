using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace Newswire.Feeds;

/// <summary>
/// Decides which entries begin a page. The decision looks at the entry's key alone, so the pages of a feed follow from
/// the set of its entries, not from the order in which they came, and a rebuild cuts them at the same places.
/// </summary>
public static class PageBoundary
{
    /// <summary>
    /// How many entries a page has on average. Sizes vary; one page in 20,000 is longer than ten times this. By this
    /// many entries a subscription document is on average longer than asked for, since it holds whole pages.
    /// </summary>
    public const int MeanEntries = 25;

    /// <summary>Whether an entry at this key begins a page.</summary>
    public static bool IsAt(EntryKey key) => Hash(key) % MeanEntries == 0;

    /// <summary>The name of the page that begins at this key; null names the oldest page.</summary>
    public static string PageName(EntryKey? start) =>
        start is not { } key
            ? "oldest"
            : string.Create(CultureInfo.InvariantCulture, $"{key.Published.UtcDateTime:yyyyMMdd'T'HHmmss}-{Hash(key):x16}");

    private static ulong Hash(EntryKey key)
    {
        var id = Encoding.UTF8.GetByteCount(key.Id);
        Span<byte> bytes = stackalloc byte[sizeof(long) + id];
        BinaryPrimitives.WriteInt64BigEndian(bytes, key.Published.UtcTicks);
        Encoding.UTF8.GetBytes(key.Id, bytes[sizeof(long)..]);
        return XxHash3.HashToUInt64(bytes);
    }
}
