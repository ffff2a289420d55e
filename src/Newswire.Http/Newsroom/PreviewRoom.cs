using Microsoft.AspNetCore.Http;
using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Formats.Html.Operations;
using Newswire.Partners;
using Newswire.Partners.Output;
using Newswire.Partners.Profiles;
using Newswire.Projection;

namespace Newswire.Http.Newsroom;

/// <summary>What partners get.</summary>
internal sealed class PreviewRoom(
    PartnerRecords partners, FeedsInForce feeds, FeedContents contents, ArticleViews views, Publication publication, TimeProvider time)
    : INewsroomRoom
{
    public string Name => "preview";

    public async Task<IResult?> ShowAsync(IReadOnlyList<string> path, NewsroomVisit visit, CancellationToken cancellationToken) =>
        path.Count > 0 ? null : new PageResult(PreviewPage.Write(visit.Context, await ReadAsync(visit, cancellationToken)));

    private async Task<PreviewModel> ReadAsync(NewsroomVisit visit, CancellationToken cancellationToken)
    {
        var list = await partners.ListAsync(cancellationToken);
        if ((list.FirstOrDefault(known => known.Name == visit.Query("partner")) ?? (list.Count > 0 ? list[0] : null)) is not { } partner)
        {
            return new PreviewModel { Partners = list };
        }

        var now = time.GetUtcNow();
        var definitions = await feeds.DefinitionsAsync(cancellationToken);
        var profile = PartnerProfiles.Of(partner.Profile);
        List<string> granted = [.. partner.Feeds.Select(feed => definitions.MovedTo(feed) ?? feed).Where(definitions.IsLive).Distinct(StringComparer.Ordinal)];
        var feed = granted.Find(known => known == visit.Query("feed")) ?? (granted.Count > 0 ? granted[0] : null);
        var format = profile.Extensions.FirstOrDefault(known => known == visit.Query("format")) ?? profile.Extensions[0];
        var article = visit.Query("article")?.Trim() ?? "";
        return new PreviewModel
        {
            Partners = list,
            Partner = partner,
            Feeds = granted,
            Feed = feed,
            Output = feed is null ? null : PartnerFeed.Of(publication, profile, await MomentAsync(feed, now, cancellationToken), now),
            Formats = profile.Extensions,
            Format = format,
            Article = article,
            Preview = ArticleId.IsValid(article)
                ? PartnerPreview.Of(publication, partner, definitions, await views.FindAsync(article, cancellationToken), format, now)
                : article.Length > 0 ? new PartnerPreview.Unknown() : null,
        };
    }

    private async Task<FeedMoment> MomentAsync(string feed, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await contents.ReadAsync(feed, await contents.CursorTagAsync(cancellationToken), cancellationToken)).At(now);
}
