using Newswire.Articles;
using Newswire.Catalog;
using Newswire.Projection;

namespace Newswire.Http.Ingest;

/// <summary>An article as it stands: the members of the JSON model, cleaned, with what Newswire adds.</summary>
internal sealed record ArticleAnswer
{
    public required string Id { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public DateTimeOffset? Embargo { get; init; }

    /// <summary>From when on readers see it, when that is still to come.</summary>
    public DateTimeOffset? Scheduled { get; init; }

    public DateTimeOffset? Expires { get; init; }

    public required string Url { get; init; }

    public required string Headline { get; init; }

    public string? Standfirst { get; init; }

    public required string Body { get; init; }

    public string? Language { get; init; }

    public string? Section { get; init; }

    public string? Correction { get; init; }

    public string? Rights { get; init; }

    public string? License { get; init; }

    public required IReadOnlyList<Author> Authors { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    public Picture? FeaturedPicture { get; init; }

    public required IReadOnlyList<Picture> Pictures { get; init; }

    /// <summary>Names of the feeds that carry the article.</summary>
    public required IReadOnlyList<string> Feeds { get; init; }

    /// <summary>The article as readers get it at present.</summary>
    public static ArticleAnswer Of(string id, ArticleState.Visible visible, IReadOnlyList<string> feeds) =>
        Of(id, visible.Version, visible.Published, visible.Article, feeds) with
        {
            Updated = visible.Updated,
            Embargo = visible.Embargo,
            Expires = visible.Expires,
        };

    /// <summary>The article as readers will get it.</summary>
    public static ArticleAnswer Of(string id, ArticleState.Scheduled scheduled, IReadOnlyList<string> feeds) =>
        Of(id, scheduled.Version, scheduled.From, scheduled.Article, feeds) with
        {
            Embargo = scheduled.Embargo,
            Expires = scheduled.Expires,
            Scheduled = scheduled.From,
        };

    /// <summary>The article as it was just accepted.</summary>
    public static ArticleAnswer Of(Change.Publish change, IReadOnlyList<string> feeds) =>
        Of(change.ArticleId, change.Version, change.Published, change.Article, feeds) with
        {
            Updated = change.Updated,
            Embargo = change.Embargo,
            Expires = change.Expires,
        };

    private static ArticleAnswer Of(
        string id, long version, DateTimeOffset published, Article article, IReadOnlyList<string> feeds) => new()
        {
            Id = id,
            Version = version,
            Published = published,
            Url = article.Url,
            Headline = article.Headline,
            Standfirst = article.Standfirst,
            Body = article.Body,
            Language = article.Language,
            Section = article.Section,
            Correction = article.Correction,
            Rights = article.Rights,
            License = article.License,
            Authors = article.Authors,
            Topics = [.. article.Topics.Select(topic => topic.Name)],
            FeaturedPicture = article.Featured,
            Pictures = article.Pictures,
            Feeds = feeds,
        };
}
