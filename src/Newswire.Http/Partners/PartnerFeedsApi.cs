using Microsoft.AspNetCore.Http;
using Newswire.Feeds;
using Newswire.Http.Serving;
using Newswire.Http.Serving.Addresses;
using Newswire.Partners;
using Newswire.Partners.Output;
using Newswire.Partners.Profiles;

namespace Newswire.Http.Partners;

/// <summary>The feeds that a partner may read, in its profile, made on request. Needs one of the partner's own keys.</summary>
public sealed class PartnerFeedsApi
{
    private readonly PartnerDoor door;
    private readonly FeedNames feeds;
    private readonly PartnerDocuments documents;
    private readonly string basePath;
    private readonly TimeProvider time;

    internal PartnerFeedsApi(
        PartnerDoor door, FeedNames feeds, PartnerDocuments documents, Publication publication, TimeProvider time)
    {
        (this.door, this.feeds, this.documents, this.time) = (door, feeds, documents, time);
        basePath = new Uri(publication.BaseUrl).AbsolutePath.TrimEnd('/');
    }

    /// <summary>
    /// <c>GET</c> and <c>HEAD /partners/{partner}/feeds/{feed}.{rss|atom|json|ninjs}</c>: the newest of the feed. Another
    /// spelling of the address and a feed's old name answer 301, a feed that was given up 410. One that the partner may not
    /// read answers 404 as does one that there is not.
    /// </summary>
    public Task<IResult> GetAsync(HttpRequest request, string partner) =>
        door.EnterAsync(request, partner, async (visit, cancellationToken) =>
        {
            if (AddressIn(request, visit.Partner) is not { Page: null, Extension: { } extension } address
                || !PartnerProfiles.Of(visit.Partner.Profile).Extensions.Contains(extension, StringComparer.Ordinal))
            {
                return Problem.NoFeedForPartner.ToResult();
            }

            var granted = new GrantedFeeds(visit.Partner, await feeds.FeedsAsync(cancellationToken));
            switch (granted.Find(address.Feed))
            {
                case FeedStanding.Live(var feed):
                    var path = PartnerAddresses.Path(visit.Partner.Name, feed, extension);
                    if (Uri.UnescapeDataString(path) != request.Path.Value)
                    {
                        return Moved(path);
                    }

                    var made = await documents.FindAsync(visit.Partner, feed, extension, cancellationToken);
                    visit.Usage.Took(feed, made.Articles);
                    return new DocumentResult(made.Document, time.GetUtcNow());
                case FeedStanding.Moved(var feed):
                    return Moved(PartnerAddresses.Path(visit.Partner.Name, feed, extension));
                case FeedStanding.Retired:
                    return Problem.RetiredFeed.ToResult();
                default:
                    return Problem.NoFeedForPartner.ToResult();
            }
        });

    /// <summary>What is asked for, read with the same good will as the address of a public document.</summary>
    private static PublicAddress.OfFeed? AddressIn(HttpRequest request, Partner partner) =>
        PublicAddress.Parse(request.Path.Value!["/partners/".Length..][partner.Name.Length..]) as PublicAddress.OfFeed;

    private MovedResult Moved(string path) => new(basePath + path, CacheControl.MovedForPartner);
}
