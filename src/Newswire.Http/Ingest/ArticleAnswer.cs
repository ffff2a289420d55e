using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Projection;

namespace Newswire.Http.Ingest;

/// <summary>An article as it stands: the members of the JSON model, cleaned, with what Newswire adds.</summary>
internal sealed record ArticleAnswer
{
    public required string Id { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public required string Url { get; init; }

    public required string Headline { get; init; }

    public string? Standfirst { get; init; }

    public required string Body { get; init; }

    public string? Language { get; init; }

    public string? Rights { get; init; }

    public required IReadOnlyList<Author> Authors { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    public Picture? FeaturedPicture { get; init; }

    public required IReadOnlyList<Picture> Pictures { get; init; }

    /// <summary>Names of the feeds that carry the article.</summary>
    public required IReadOnlyList<string> Feeds { get; init; }

    public static ArticleAnswer Of(string id, ArticleState.Visible visible) =>
        Of(id, visible.Version, visible.Published, visible.Updated, visible.Article);

    public static ArticleAnswer Of(
        string id, long version, DateTimeOffset published, DateTimeOffset? updated, Article article) => new()
        {
            Id = id,
            Version = version,
            Published = published,
            Updated = updated,
            Url = article.Url,
            Headline = article.Headline,
            Standfirst = article.Standfirst,
            Body = article.Body,
            Language = article.Language,
            Rights = article.Rights,
            Authors = article.Authors,
            Topics = [.. article.Topics.Select(topic => topic.Name)],
            FeaturedPicture = article.Featured,
            Pictures = article.Pictures,
            Feeds = FeedName.Selecting(article),
        };
}
