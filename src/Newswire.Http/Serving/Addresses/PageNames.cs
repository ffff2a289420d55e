using System.Text.RegularExpressions;
using Newswire.Feeds;

namespace Newswire.Http.Serving.Addresses;

/// <summary>The names of the pages that a feed has in its archive (<see cref="PageBoundary.PageName"/>).</summary>
internal sealed partial class PageNames(FeedDirectory directory)
{
    private const string Oldest = "oldest";
    private const int TimeAt = 8;

    /// <summary>A name in a hash set, in bytes: its characters, the string around them, the set's entry.</summary>
    private const int NameBytes = (2 * 32) + 22 + 24;

    private readonly Lazy<HashSet<string>> names = new(() => Enumerable.Range(0, directory.Archived)
        .Select(directory.NameOf).ToHashSet(StringComparer.Ordinal));

    /// <summary>About how much memory they take.</summary>
    public long LengthBytes => (long)NameBytes * directory.Pages;

    /// <summary>Whether the feed has such an archive document.</summary>
    public bool Contains(string page) => names.Value.Contains(page);

    /// <summary>The name that is meant, whatever the case of its letters; null when no page can be called so.</summary>
    public static string? Normalize(string name)
    {
        var lower = name.ToLowerInvariant();
        return lower == Oldest ? lower
            : Shape().IsMatch(lower) ? string.Concat(lower.AsSpan(0, TimeAt), "T", lower.AsSpan(TimeAt + 1))
            : null;
    }

    [GeneratedRegex(@"\A[0-9]{8}t[0-9]{6}-[0-9a-f]{16}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
