using Newswire.Feeds;
using Newswire.Formats.Ninjs;
using Newswire.Partners.Profiles;
using Newswire.Projection;

namespace Newswire.Partners.Output;

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
        DateTimeOffset now)
    {
        switch (view?.At(now))
        {
            case ArticleState.Visible visible:
                return Make(visible, embargoedUntil: null, now);
            case ArticleState.Gone:
                return new Gone();
            case ArticleState.Scheduled scheduled:
                // Who gets it early gets it in ninjs, withheld; everybody else at its time, so it is shown as of then.
                var isEarly = extension == NinjsPackage.Extension && scheduled.From - partner.EarlyAccess <= now;
                var created = isEarly ? view.First!.Key.Received : scheduled.From;
                var coming = new ArticleState.Visible(scheduled.Version, created, created, scheduled.Article)
                {
                    Shown = scheduled.From,
                    Embargo = scheduled.Embargo,
                    Expires = scheduled.Expires,
                };
                return isEarly ? Make(coming, scheduled.From, now) : Make(coming, embargoedUntil: null, scheduled.From);
            default:
                return new Unknown();
        }

        PartnerPreview Make(ArticleState.Visible state, DateTimeOffset? embargoedUntil, DateTimeOffset at)
        {
            var selecting = definitions.Selecting(state.Article, publication.Language);
            if (partner.Feeds.Select(feed => definitions.MovedTo(feed) ?? feed)
                .FirstOrDefault(feed => selecting.Contains(feed, StringComparer.Ordinal)) is not { } feed)
            {
                return new InNoFeed(selecting);
            }

            var profile = PartnerProfiles.Of(partner.Profile);
            var title = definitions.Title(feed, [state.Article]);
            var moment = new FeedMoment(feed, definitions.Find(feed), title, [new CarriedArticle(view.Id, state)], Gone: []);
            var given = PartnerFeed.Of(publication, profile, moment, at).Until(embargoedUntil);
            return given.Articles is [{ IsGiven: false } refused]
                ? new Refused(refused.Refusals)
                : new Given(
                    given.Write(profile, PartnerAddresses.Url(publication, partner.Name, feed, extension), extension),
                    state.Shown > now ? state.Shown : null);
        }
    }

    /// <summary>The partner gets it.</summary>
    /// <param name="Document">The feed of the partner's that it is in, with this article alone.</param>
    /// <param name="From">From when on readers see it, if they do not yet; null when they do.</param>
    public sealed record Given(PartnerDocument Document, DateTimeOffset? From) : PartnerPreview;

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
