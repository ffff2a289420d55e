using Microsoft.AspNetCore.Http;
using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Http.Ingest;
using Newswire.Partners;
using Newswire.Partners.Output;
using Newswire.Partners.Profiles;
using Newswire.Projection;

namespace Newswire.Http.Partners;

/// <summary>What partners get and what not, for the newsroom. Every request needs a publisher key.</summary>
public sealed class PartnerOutputApi
{
    private readonly PublisherDoor door;
    private readonly PartnerRecords partners;
    private readonly FeedsInForce feeds;
    private readonly FeedContents contents;
    private readonly ArticleViews views;
    private readonly Publication publication;
    private readonly TimeProvider time;

    internal PartnerOutputApi(
        PublisherDoor door,
        PartnerRecords partners,
        FeedsInForce feeds,
        FeedContents contents,
        ArticleViews views,
        Publication publication,
        TimeProvider time)
    {
        (this.door, this.partners, this.feeds, this.contents) = (door, partners, feeds, contents);
        (this.views, this.publication, this.time) = (views, publication, time);
    }

    /// <summary>
    /// <c>GET /api/partners/{partner}/feeds/{feed}</c>: the newest articles of the feed, which of them the partner gets, and
    /// why not the others.
    /// </summary>
    public Task<IResult> GetFeedAsync(HttpRequest request, string partner) => door.EnterAsync(request, async cancellationToken =>
    {
        if (await partners.FindAsync(partner, cancellationToken) is not { } found)
        {
            return Problem.UnknownPartner(partner).ToResult();
        }

        var name = NameIn(request, found);
        var definitions = await feeds.DefinitionsAsync(cancellationToken);
        if (definitions.MovedTo(name) is { } now)
        {
            request.HttpContext.Response.Headers.Location = $"/api/partners/{found.Name}/feeds/{Encode(now)}";
            return Problem.MovedFeed(StatusCodes.Status301MovedPermanently, name, now).ToResult();
        }

        if (definitions.IsRetired(name))
        {
            return Problem.RetiredName(name).ToResult();
        }

        return found.Feeds.Any(feed => (definitions.MovedTo(feed) ?? feed) == name)
            ? await ShowAsync(found, name, cancellationToken)
            : Problem.FeedNotGranted(found.Name, name).ToResult();
    });

    /// <summary>
    /// <c>GET /api/partners/{partner}/articles/{id}?format=…</c>: the article as the partner would get it now, or would get
    /// it at its time while readers do not see it; or why it would not.
    /// </summary>
    public Task<IResult> GetArticleAsync(HttpRequest request, string partner, string id) =>
        door.EnterAsync(request, async cancellationToken =>
        {
            if (await partners.FindAsync(partner, cancellationToken) is not { } found)
            {
                return Problem.UnknownPartner(partner).ToResult();
            }

            if (!ArticleId.IsValid(id))
            {
                return Problem.Invalid([ArticleId.Fault]).ToResult();
            }

            var extensions = PartnerProfiles.Of(found.Profile).Extensions;
            if (request.Query["format"] is not [{ } format] || !extensions.Contains(format, StringComparer.Ordinal))
            {
                return Problem.BadParameter("format", "one of " + string.Join(", ", extensions)).ToResult();
            }

            var view = await views.FindAsync(id, cancellationToken);
            var definitions = await feeds.DefinitionsAsync(cancellationToken);
            return PartnerPreview.Of(publication, found, definitions, view, format, time.GetUtcNow()) switch
            {
                PartnerPreview.Given given => new PreviewResult(given),
                PartnerPreview.InNoFeed none => Problem.InNoFeedOf(found.Name, none.Carrying).ToResult(),
                PartnerPreview.Refused refused => Problem.RefusedByProfile(refused.Reasons).ToResult(),
                PartnerPreview.Gone => Problem.WithdrawnArticle(id).ToResult(),
                _ => Problem.UnknownArticle(id).ToResult(),
            };
        });

    /// <summary>The server leaves encoded slashes alone, and many clients encode them.</summary>
    private static string NameIn(HttpRequest request, Partner partner) =>
        request.Path.Value!["/api/partners/".Length..][partner.Name.Length..]["/feeds".Length..]
            .Replace("%2F", "/", StringComparison.OrdinalIgnoreCase).Trim('/');

    private static string Encode(string feed) => string.Join('/', feed.Split('/').Select(Uri.EscapeDataString));

    private async Task<IResult> ShowAsync(Partner partner, string feed, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var profile = PartnerProfiles.Of(partner.Profile);
        var content = await contents.ReadAsync(feed, await contents.CursorTagAsync(cancellationToken), cancellationToken);
        var moment = content.At(now);
        var given = PartnerFeed.Of(publication, profile, moment, now);
        var answer = new PartnerOutputAnswer(
            feed,
            partner.Profile,
            profile.Extensions.ToDictionary(
                extension => extension,
                extension => PartnerAddresses.Url(publication, partner.Name, feed, extension),
                StringComparer.Ordinal),
            [.. given.Articles.Select(PartnerOutputAnswer.Article.Of)],
            [.. moment.Gone.Select(PartnerOutputAnswer.Removal.Of)]);
        return new JsonResult<PartnerOutputAnswer>(StatusCodes.Status200OK, answer, HttpJson.Answers.PartnerOutputAnswer);
    }
}
