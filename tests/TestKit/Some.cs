using Newswire.Articles;
using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Formats;

namespace Newswire.TestKit;

/// <summary>Builders: a test names what matters to it and takes the rest as it comes.</summary>
public static class Some
{
    public static readonly DateTimeOffset Morning = new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);

    public static Publication Publication() => new()
    {
        Title = "The Example Times",
        Description = "News from Exampleton.",
        BaseUrl = "https://syndication.example",
        SiteUrl = "https://news.example/",
        TagAuthority = "news.example,2026",
        Language = "en-GB",
        Rights = "© The Example Times",
        LogoUrl = "https://news.example/logo.png",
        OwnHub = false,
        OutsideHubs = ["https://hub.example/"],
    };

    public static Article Article(
        string headline = "Harbour bridge opens a month early",
        string? standfirst = "Ferries keep running until Easter",
        string body = "<p>The bridge opened on Monday.</p>",
        string url = "https://news.example/harbour-bridge",
        string? language = null,
        IReadOnlyList<string>? authors = null,
        IReadOnlyList<string>? topics = null,
        Picture? featured = null,
        IReadOnlyList<Picture>? pictures = null) => new()
        {
            Headline = headline,
            Standfirst = standfirst,
            Body = body,
            Url = url,
            Language = language,
            Authors = [.. (authors ?? ["Ada Okafor"]).Select(name => new Author(name))],
            Topics = [.. (topics ?? ["Transport"]).Select(name => new Topic(name))],
            Featured = featured,
            Pictures = pictures ?? [],
        };

    public static Picture Picture(
        string url = "https://news.example/bridge.jpg",
        int? width = 1200,
        int? height = 800,
        string? type = "image/jpeg",
        long? lengthBytes = 123_456,
        string? caption = "The bridge at dawn.",
        string? alt = "A bridge over a harbour",
        params IReadOnlyList<string> credits) => new()
        {
            Url = url,
            Width = width,
            Height = height,
            Type = type,
            LengthBytes = lengthBytes,
            Caption = caption,
            Alt = alt,
            Credits = credits.Count == 0 ? ["Mei Tanaka", "Harbour Press"] : credits,
        };

    public static Change.Publish Publish(
        string id = "harbour-bridge",
        long version = 1,
        DateTimeOffset? published = null,
        DateTimeOffset? updated = null,
        DateTimeOffset? received = null,
        Article? article = null) => new()
        {
            ArticleId = id,
            Version = version,
            Published = published ?? Morning,
            Updated = updated,
            Received = received ?? Morning.AddMinutes(version),
            Article = article ?? Article(),
        };

    public static Change.Withdraw Withdraw(
        string id = "harbour-bridge", long? throughVersion = null, DateTimeOffset? received = null) => new()
        {
            ArticleId = id,
            ThroughVersion = throughVersion,
            Received = received ?? Morning.AddHours(1),
        };

    /// <summary>The article that the change is of; empty for a change of a feed.</summary>
    public static string IdOf(Change change) => (change as Change.OfArticle)?.ArticleId ?? "";

    public static Entry Entry(
        string id = "tag:news.example,2026:harbour-bridge",
        DateTimeOffset? published = null,
        DateTimeOffset? updated = null,
        Article? article = null) =>
        new(id, published ?? Morning, updated ?? published ?? Morning, article ?? Article());

    public static FeedHead FeedHead(
        string name = "latest", string title = "Latest", DateTimeOffset? updated = null, Publication? publication = null) =>
        new(publication ?? Publication(), name, title, "News from Exampleton.", updated ?? Morning)
        {
            LogoUrl = (publication ?? Publication()).LogoUrl,
        };
}
