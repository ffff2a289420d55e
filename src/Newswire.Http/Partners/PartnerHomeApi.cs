using Microsoft.AspNetCore.Http;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Http.Serving.Addresses;

namespace Newswire.Http.Partners;

/// <summary>What a partner may have, told to the partner itself. Needs one of its own keys.</summary>
public sealed class PartnerHomeApi
{
    private readonly PartnerDoor door;
    private readonly FeedNames feeds;
    private readonly Publication publication;
    private readonly IReadOnlyList<string> extensions;

    internal PartnerHomeApi(PartnerDoor door, FeedNames feeds, Publication publication, IEnumerable<IFeedFormat> formats) =>
        (this.door, this.feeds, this.publication, extensions) =
            (door, feeds, publication, [.. formats.Select(format => format.Extension)]);

    /// <summary><c>GET /partners/{partner}</c>: title, feeds with their addresses, profile, quota, and how long the key is good.</summary>
    public Task<IResult> GetAsync(HttpRequest request, string partner) =>
        door.EnterAsync(request, partner, async (visit, cancellationToken) =>
        {
            var known = await feeds.FeedsAsync(cancellationToken);
            var answer = new PartnerHomeAnswer(
                visit.Partner.Name,
                visit.Partner.Title,
                [.. visit.Partner.Feeds.Select(feed => Present(known, feed)).OfType<string>().Distinct(StringComparer.Ordinal).Select(Of)],
                visit.Partner.Profile,
                visit.Partner.Quota,
                new PartnerHomeAnswer.UsedKey(visit.Key.Id, visit.Key.Expires));
            return new JsonResult<PartnerHomeAnswer>(StatusCodes.Status200OK, answer, HttpJson.Answers.PartnerHomeAnswer);
        });

    /// <summary>
    /// What the feed is called now; null when it has been given up. One that nobody knows yet has been defined a moment ago.
    /// </summary>
    private static string? Present(KnownFeeds known, string feed) => known.Find(feed) switch
    {
        FeedStanding.Moved moved => moved.Feed,
        FeedStanding.Retired => null,
        _ => feed,
    };

    private PartnerHomeAnswer.GrantedFeed Of(string feed) => new(feed, extensions.ToDictionary(
        extension => extension, extension => FeedAddresses.Url(publication, feed, extension), StringComparer.Ordinal));
}
