using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Projection;
using Newswire.WebPush.Subscriptions;

namespace Newswire.WebPush.Notifying;

/// <summary>Finds what there is to tell of articles, from their views as they are now.</summary>
public sealed class Announcements(ArticleViews views, Publication publication, SubscriptionOptions options)
{
    /// <summary>What there is to tell of the article; null when that is nothing.</summary>
    /// <param name="articleId">The article.</param>
    /// <param name="definitions">Which feeds carry it.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="Storage.StorageAwayException">Storage did not answer.</exception>
    public async Task<Announcement?> FindAsync(
        string articleId, FeedDefinitions definitions, DateTimeOffset now, CancellationToken cancellationToken) =>
        await views.FindAsync(articleId, cancellationToken) is { } view && PushEdition.Of(view, now) is { } edition
            ? view.At(now) is ArticleState.Visible visible
                ? Of(articleId, edition, visible, definitions)
                : Gone(articleId, edition)
            : null;

    private Announcement Of(
        string articleId, PushEdition edition, ArticleState.Visible visible, FeedDefinitions definitions)
    {
        var article = visible.Article;
        return new Announcement(
            articleId,
            edition,
            definitions.Selecting(article, publication.Language).ToHashSet(StringComparer.Ordinal),
            new Notification
            {
                Title = article.Headline,
                Body = article.Standfirst,
                Navigate = new Uri(article.Url),
                Tag = PushMessage.TopicOf(articleId),
                Language = article.Language ?? publication.Language,
                IconUrl = Address(publication.LogoUrl),
                ImageUrl = Address(article.Featured?.Url),

                // A correction that only took the old notification's place would not be noticed.
                Renotify = edition.Number != PushEdition.First,
            },
            visible.Priority switch
            {
                Priority.High => PushUrgency.High,
                Priority.Low => PushUrgency.Low,
                _ => PushUrgency.Normal,
            });
    }

    /// <summary>It says nothing of what the article said: that is what was taken back.</summary>
    private Announcement Gone(string articleId, PushEdition edition) => new(
        articleId,
        edition,
        new HashSet<string>(StringComparer.Ordinal),
        new Notification
        {
            Title = publication.Title,
            Body = options.WithdrawnText,
            Navigate = new Uri(publication.SiteUrl ?? publication.BaseUrl),
            Tag = PushMessage.TopicOf(articleId),
            IconUrl = Address(publication.LogoUrl),
            Silent = true,
        },
        PushUrgency.Normal);

    private static Uri? Address(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address : null;
}
