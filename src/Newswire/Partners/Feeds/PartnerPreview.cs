using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Partners.Profiles;
using Newswire.Projection;

namespace Newswire.Partners.Feeds;

/// <summary>What a partner would get of one article at a moment, as the newsroom wants to see it. Pure.</summary>
public abstract record PartnerPreview
{
    private PartnerPreview()
    {
    }

    /// <summary>What the partner would get.</summary>
    /// <param name="publication">The publication.</param>
    /// <param name="partner">The partner.</param>
    /// <param name="definitions">What the newsroom has said of its feeds.</param>
    /// <param name="view">The article; null when there is none.</param>
    /// <param name="extension">One of the profile's.</param>
    /// <param name="now">The moment.</param>
    public static PartnerPreview Of(
        Publication publication,
        Partner partner,
        FeedDefinitions definitions,
        ArticleView? view,
        string extension,
        DateTimeOffset now) => view?.At(now) switch
        {
            ArticleState.Visible visible =>
                Of(publication, partner, definitions, new CarriedArticle(view.Id, visible), extension, now),
            ArticleState.Scheduled scheduled => Of(
                publication,
                partner,
                definitions,
                new CarriedArticle(view.Id, Coming(scheduled)),
                extension,
                scheduled.From) is Given given
                    ? given with { From = scheduled.From }
                    : Of(publication, partner, definitions, new CarriedArticle(view.Id, Coming(scheduled)), extension, scheduled.From),
            ArticleState.Gone => new Gone(),
            _ => new Unknown(),
        };

    private static PartnerPreview Of(
        Publication publication,
        Partner partner,
        FeedDefinitions definitions,
        CarriedArticle article,
        string extension,
        DateTimeOffset at)
    {
        var profile = PartnerProfiles.Of(partner.Profile);
        var selecting = definitions.Selecting(article.State.Article, publication.Language);
        if (partner.Feeds.Select(feed => definitions.MovedTo(feed) ?? feed)
            .FirstOrDefault(feed => selecting.Contains(feed, StringComparer.Ordinal)) is not { } feed)
        {
            return new InNoFeed(selecting);
        }

        var moment = new FeedMoment(
            feed, definitions.Find(feed), definitions.Title(feed, [article.State.Article]), [article], Gone: []);
        var given = PartnerFeed.Of(publication, profile, moment, at);
        return given.Articles[0].IsGiven
            ? new Given(given.Write(profile, PartnerAddresses.Url(publication, partner.Name, feed, extension), extension))
            : new Refused(given.Articles[0].Refusals);
    }

    private static ArticleState.Visible Coming(ArticleState.Scheduled scheduled) =>
        new(scheduled.Version, scheduled.From, scheduled.From, scheduled.Article)
        {
            Shown = scheduled.From,
            Embargo = scheduled.Embargo,
            Expires = scheduled.Expires,
        };

    /// <summary>The partner gets it.</summary>
    /// <param name="Document">The feed of the partner's that it is in, with this article alone.</param>
    public sealed record Given(PartnerDocument Document) : PartnerPreview
    {
        /// <summary>From when on, while readers do not see it yet: the document is that of this moment. Null: now.</summary>
        public DateTimeOffset? From { get; init; }
    }

    /// <summary>No feed of the partner's carries it.</summary>
    /// <param name="Carrying">The feeds that do.</param>
    public sealed record InNoFeed(IReadOnlyList<string> Carrying) : PartnerPreview;

    /// <summary>The partner's profile does not take it.</summary>
    /// <param name="Reasons">Why, each a sentence.</param>
    public sealed record Refused(IReadOnlyList<string> Reasons) : PartnerPreview;

    /// <summary>It is withdrawn, expired or erased.</summary>
    public sealed record Gone : PartnerPreview;

    /// <summary>There is no such article, for readers or to come.</summary>
    public sealed record Unknown : PartnerPreview;
}
