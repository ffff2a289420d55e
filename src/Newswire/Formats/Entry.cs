using Newswire.Articles;

namespace Newswire.Formats;

/// <summary>An article as a feed carries it (RFC 4287 §4.1.2): the same for every feed and format.</summary>
/// <param name="Id">The permanent identity, a <c>tag:</c> URI (RFC 4151).</param>
/// <param name="Published">First publication; never moves.</param>
/// <param name="Updated">The last edit a reader could see; never before <paramref name="Published"/>.</param>
/// <param name="Article">The content.</param>
public sealed record Entry(string Id, DateTimeOffset Published, DateTimeOffset Updated, Article Article)
{
    /// <summary>What one partner is told beside; nothing for everybody.</summary>
    public EntryAdditions Additions { get; init; } = EntryAdditions.None;
}
