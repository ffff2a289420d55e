using Newswire.Articles;

namespace Newswire.Feeds;

/// <summary>The names of the feeds that come into being by themselves.</summary>
public static class FeedName
{
    /// <summary>The feed of all articles.</summary>
    public const string Latest = "latest";

    private const string TopicPrefix = "topics/";
    private const string AuthorPrefix = "authors/";

    /// <summary>The feed of a topic: <c>topics/uk-news</c>.</summary>
    public static string OfTopic(Topic topic) => TopicPrefix + Slug.From(topic.Name);

    /// <summary>The feed of an author: <c>authors/ada-okafor</c>.</summary>
    public static string OfAuthor(Author author) => AuthorPrefix + Slug.From(author.Name);

    /// <summary>Whether it is the feed of a topic.</summary>
    public static bool IsTopic(string feed) => feed.StartsWith(TopicPrefix, StringComparison.Ordinal);

    /// <summary>Whether it is the feed of an author.</summary>
    public static bool IsAuthor(string feed) => feed.StartsWith(AuthorPrefix, StringComparison.Ordinal);

    /// <summary>Whether the feed comes into being by itself, so that its name says what it carries.</summary>
    public static bool IsAutomatic(string feed) => feed == Latest || IsTopic(feed) || IsAuthor(feed);

    /// <summary>
    /// Whether a newsroom may define a feed under this name: one to three slugs (<see cref="Slug.From"/>) with slashes
    /// between. Below <c>topics/</c> and <c>authors/</c> stands exactly one; elsewhere none is <c>archive</c>, which names
    /// a feed's older documents.
    /// </summary>
    public static bool IsValid(string? name)
    {
        var segments = name?.Split('/') ?? [];
        return segments.Length is >= 1 and <= 3
            && segments.All(segment => segment.Length is > 0 and <= Slug.MaxLength && Slug.From(segment) == segment)
            && (segments[0] is "topics" or "authors" ? segments.Length == 2 : !segments.Contains("archive"));
    }

    /// <summary>
    /// Every feed that has the article by its name alone, each once, in the order <c>latest</c>, topics, authors. What the
    /// newsroom has defined is not considered: see <see cref="FeedDefinitions.Selecting"/>.
    /// </summary>
    public static IReadOnlyList<string> Selecting(Article article) =>
    [
        .. new[] { Latest }
            .Concat(article.Topics.Select(OfTopic))
            .Concat(article.Authors.Select(OfAuthor))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>
    /// What people call the feed: the topic's or author's name as the newest of its articles spells it, or, when the
    /// feed is empty, the feed's own name.
    /// </summary>
    public static string Title(string feed, IReadOnlyList<Article> newestFirst) =>
        feed == Latest
            ? "Latest"
            : newestFirst
                .Select(article =>
                    article.Topics.FirstOrDefault(topic => OfTopic(topic) == feed)?.Name
                    ?? article.Authors.FirstOrDefault(author => OfAuthor(author) == feed)?.Name)
                .FirstOrDefault(name => name is not null)
            ?? feed[(feed.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
