using System.Text.Json.Serialization;

namespace Newswire.Feeds;

/// <summary>
/// The upper level of a feed's index: where each page begins. Page 0 begins before everything; page <c>n</c> begins at
/// <c>Starts[n - 1]</c>, and every page ends where the next begins.
/// </summary>
/// <param name="Starts">The first key of every page but the oldest, ascending.</param>
public sealed record FeedDirectory(IReadOnlyList<EntryKey> Starts)
{
    /// <summary>
    /// How many of the pages, from the oldest, are archive documents (RFC 5005 §4); the others make up the subscription
    /// document. Only feeds have any.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Archived { get; init; }

    /// <summary>One page, which holds everything.</summary>
    public static readonly FeedDirectory Empty = new([]);

    /// <summary>How many pages there are, at least 1.</summary>
    public int Pages => Starts.Count + 1;

    /// <summary>Where the page begins; null for the oldest, which has no beginning.</summary>
    public EntryKey? StartOf(int page) => page == 0 ? null : Starts[page - 1];

    /// <summary>The name of the page.</summary>
    public string NameOf(int page) => PageBoundary.PageName(StartOf(page));

    /// <summary>The page in whose range the key lies.</summary>
    public int PageOf(EntryKey key)
    {
        int low = 0, high = Starts.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Starts[middle] <= key)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Whether a page begins here; null asks for the oldest, which is always there.</summary>
    public bool Lists(EntryKey? start) => start is not { } key || StartOf(PageOf(key)) == key;

    /// <summary>The part of a stored page that lies in its range; see <see cref="FeedIndex"/> for why there may be more.</summary>
    public IReadOnlyList<EntryRef> InRange(int page, FeedPage stored)
    {
        var from = StartOf(page);
        var to = page + 1 < Pages ? StartOf(page + 1) : null;
        return stored.Entries.All(Inside) ? stored.Entries : [.. stored.Entries.Where(Inside)];

        bool Inside(EntryRef entry) => (from is null || entry.Key >= from) && (to is null || entry.Key < to);
    }

    /// <inheritdoc/>
    public bool Equals(FeedDirectory? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Archived == other.Archived
            && (ReferenceEquals(Starts, other.Starts) || Starts.SequenceEqual(other.Starts)));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Pages, Archived);
}
