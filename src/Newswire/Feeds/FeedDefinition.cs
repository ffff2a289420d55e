using Newswire.Articles;

namespace Newswire.Feeds;

/// <summary>
/// What a newsroom says of a feed: which articles it selects and how it presents them. Feeds that come into being by
/// themselves (<c>latest</c>, <c>topics/…</c>, <c>authors/…</c>) need none; a definition under such a name changes its
/// presentation and not its selection. Null takes the publication's value.
/// </summary>
public sealed record FeedDefinition
{
    /// <summary>The feed's name, the part of its address behind <c>/feeds/</c>; see <see cref="FeedName.IsValid"/>.</summary>
    public required string Name { get; init; }

    /// <summary>What people call it, plain text; null for the name of the topic or author, or the feed's own.</summary>
    public string? Title { get; init; }

    /// <summary>One sentence about it, plain text; null for the publication's.</summary>
    public string? Description { get; init; }

    /// <summary>A logo, absolute http or https URL of an image; null for the publication's.</summary>
    public string? LogoUrl { get; init; }

    /// <summary>Which articles it carries; null, where the name alone does not say it, carries all.</summary>
    public FeedSelection? Selection { get; init; }

    /// <summary>How much of an article it carries. Default <see cref="EntryContent.Full"/>.</summary>
    public EntryContent Content { get; init; }

    /// <summary>How many entries its subscription document carries at least; null for <see cref="Publication.MinEntries"/>.</summary>
    public int? MinEntries { get; init; }

    /// <summary>How many hours its subscription document reaches back at least; null for <see cref="Publication.MinHours"/>.</summary>
    public int? MinHours { get; init; }

    /// <summary>
    /// Only for <c>topics/…</c> and <c>authors/…</c>: other names under which the CMS files the same topic or author.
    /// Their articles belong to this feed, and the feeds they would have had answer 301.
    /// </summary>
    public IReadOnlyList<string> Aliases { get; init => field = value ?? []; } = [];

    /// <summary>Names the feed had before; their addresses answer 301.</summary>
    public IReadOnlyList<string> FormerNames { get; init => field = value ?? []; } = [];

    /// <summary>Whether the feed is given up for good; its addresses answer 410.</summary>
    public bool Retired { get; init; }

    /// <summary>The names that shall lead to this feed: former ones, and those of the feeds its aliases would have had.</summary>
    internal IEnumerable<string> ClaimedNames => FormerNames.Concat(
        FeedName.IsTopic(Name) ? Aliases.Select(alias => FeedName.OfTopic(new Topic(alias)))
        : FeedName.IsAuthor(Name) ? Aliases.Select(alias => FeedName.OfAuthor(new Author(alias)))
        : []);
}
