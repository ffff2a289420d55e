using Newswire.Articles;
using Newswire.Feeds;

namespace Newswire.Formats;

/// <summary>An article as a feed carries it (RFC 4287 §4.1.2): the same for every feed and format.</summary>
/// <param name="Id">The permanent identity, a <c>tag:</c> URI (RFC 4151).</param>
/// <param name="Published">First publication; never moves.</param>
/// <param name="Updated">The last edit a reader could see; never before <paramref name="Published"/>.</param>
/// <param name="Article">The content.</param>
public sealed record Entry(string Id, DateTimeOffset Published, DateTimeOffset Updated, Article Article)
{
    /// <summary>
    /// Where the licence is, when it is another than the feed's, or that there is none (<see cref="EntryLicense"/>); null
    /// when the feed's holds.
    /// </summary>
    public string? License { get; init; }

    /// <summary>What one partner is told beside; nothing for everybody.</summary>
    public EntryAdditions Additions { get; init; } = EntryAdditions.None;

    /// <summary>The article as feeds of the publication carry it.</summary>
    /// <param name="publication">Whose article it is.</param>
    /// <param name="id">The permanent identity.</param>
    /// <param name="published">First publication.</param>
    /// <param name="updated">The last edit a reader could see.</param>
    /// <param name="article">The content.</param>
    public static Entry Of(Publication publication, string id, DateTimeOffset published, DateTimeOffset updated, Article article) =>
        new(id, published, updated, article) { License = EntryLicense.BesideFeed(publication, article) };
}
