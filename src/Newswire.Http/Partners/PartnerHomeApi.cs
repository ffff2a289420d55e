using Microsoft.AspNetCore.Http;
using Newswire.Feeds;
using Newswire.Http.Serving.Addresses;
using Newswire.Partners;
using Newswire.Partners.Output;
using Newswire.Partners.Profiles;

namespace Newswire.Http.Partners;

/// <summary>What a partner may have, told to the partner itself. Needs one of its own keys.</summary>
public sealed class PartnerHomeApi
{
    private readonly PartnerDoor door;
    private readonly FeedNames feeds;
    private readonly Publication publication;

    internal PartnerHomeApi(PartnerDoor door, FeedNames feeds, Publication publication) =>
        (this.door, this.feeds, this.publication) = (door, feeds, publication);

    /// <summary><c>GET /partners/{partner}</c>: title, feeds with their addresses, profile, quota, and how long the key is good.</summary>
    public Task<IResult> GetAsync(HttpRequest request, string partner) =>
        door.EnterAsync(request, partner, async (visit, cancellationToken) =>
        {
            var granted = new GrantedFeeds(visit.Partner, await feeds.FeedsAsync(cancellationToken));
            var answer = new PartnerHomeAnswer(
                visit.Partner.Name,
                visit.Partner.Title,
                [.. granted.Names.Select(feed => Of(visit.Partner, feed))],
                PartnerAddresses.Changes(publication, visit.Partner.Name),
                visit.Partner.Profile,
                visit.Partner.Quota,
                new PartnerHomeAnswer.UsedKey(visit.Key.Id, visit.Key.Expires));
            return new JsonResult<PartnerHomeAnswer>(StatusCodes.Status200OK, answer, HttpJson.Answers.PartnerHomeAnswer);
        });

    private PartnerHomeAnswer.GrantedFeed Of(Partner partner, string feed) => new(
        feed,
        PartnerProfiles.Of(partner.Profile).Extensions.ToDictionary(
            extension => extension,
            extension => PartnerAddresses.Url(publication, partner.Name, feed, extension),
            StringComparer.Ordinal));
}
