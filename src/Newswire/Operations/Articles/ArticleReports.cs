using Newswire.Articles;
using Newswire.Erasure;
using Newswire.Feeds;
using Newswire.Partners;
using Newswire.Partners.Output;
using Newswire.Partners.Profiles;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.WebPush.Notifying;

namespace Newswire.Operations.Articles;

/// <summary>Puts together what is known of one article everywhere.</summary>
public sealed class ArticleReports(
    IObjectStore store,
    ArticleViews views,
    FeedsInForce feeds,
    PartnerRecords partners,
    EraseWork erasures,
    Publication publication,
    TimeProvider time)
{
    /// <summary>The report; null when no change of the article has been projected.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task<ArticleReport?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        if (!ArticleId.IsValid(id) || await views.FindAsync(id, cancellationToken) is not { } view)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var state = view.At(now);
        var definitions = await feeds.DefinitionsAsync(cancellationToken);
        var content = ArticleHit.ContentOf(state);
        return new ArticleReport
        {
            View = view,
            State = state,
            Feeds = await FindPlacesAsync(view, state, definitions, cancellationToken),
            Partners =
            [
                .. (await partners.ListAsync(cancellationToken)).Select(partner => Standing(
                    partner,
                    PartnerPreview.Of(publication, partner, definitions, view, PartnerProfiles.Of(partner.Profile).Extensions[0], now))),
            ],
            Told = await new ToldEditions(store).ListAsync(view, cancellationToken),
            PictureGaps = content is null ? [] : PictureGap.Of(content),
            Erasing = await erasures.FindPendingAsync(id, cancellationToken),
            Erased = await erasures.FindReportAsync(id, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<FeedPlace>> FindPlacesAsync(
        ArticleView view, ArticleState state, FeedDefinitions definitions, CancellationToken cancellationToken)
    {
        // An erased article tells by what carried it, since nothing else is left to tell by.
        var names = ArticleHit.ContentOf(state) is { } content
            ? definitions.Selecting(content, publication.Language)
            : state is ArticleState.Gone ? view.ErasedFrom : [];
        return await Task.WhenAll(names.Order(StringComparer.Ordinal).Select(feed => state switch
        {
            ArticleState.Visible visible => FindAsync(
                IndexLocation.Entries(feed), feed, new EntryKey(visible.Published, view.Id), cancellationToken),
            ArticleState.Gone gone => FindAsync(
                IndexLocation.Tombstones(feed), feed, new EntryKey(gone.When, view.Id), cancellationToken),
            _ => Task.FromResult(new FeedPlace(feed, ArchivePage: null, IsThere: false)),
        }));
    }

    private async Task<FeedPlace> FindAsync(
        IndexLocation location, string feed, EntryKey key, CancellationToken cancellationToken)
    {
        var state = new StateMemory(store);
        var stored = await state.ReadAsync(location.Directory, StateJson.Compact.FeedDirectory, cancellationToken);
        var directory = stored.Value ?? FeedDirectory.Empty;
        var index = new PlannedIndex(location, state, stored, directory, PlannedIndex.NoPages);
        var page = directory.PageOf(key);
        var entries = await index.ReadEntriesAsync(page, cancellationToken);
        return new FeedPlace(
            feed, page < directory.Archived ? directory.NameOf(page) : null, entries.Any(entry => entry.Key == key));
    }

    private static PartnerStanding Standing(Partner partner, PartnerPreview preview)
    {
        return preview switch
        {
            PartnerPreview.Given given => new(partner.Name, partner.Title, IsGiven: true, given.From, []),
            PartnerPreview.Refused refused => Refuse(refused.Reasons),
            PartnerPreview.InNoFeed => Refuse(["None of the feeds in its contract carries it."]),
            PartnerPreview.Gone => Refuse(["It is gone; who had it was told so."]),
            _ => Refuse(["There is nothing of it for readers to see, now or to come."]),
        };

        PartnerStanding Refuse(IReadOnlyList<string> reasons) =>
            new(partner.Name, partner.Title, IsGiven: false, From: null, reasons);
    }
}
