using Newswire.Articles;
using Newswire.Articles.Submissions;
using Newswire.Catalog;
using Newswire.Erasure;
using Newswire.Projection;

namespace Newswire.Http.Ingest;

/// <summary>Takes articles back and erases them, for whatever way it is asked.</summary>
internal sealed class ArticleActs(
    Intake intake, ArticleViews views, CarryingFeeds feeds, ProjectionRunner projection, EraseWork erasures, TimeProvider time)
{
    /// <summary>How long somebody waits for an erasure; it goes on without them.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(100);

    /// <summary>The withdrawal, still to be accepted: of all versions there are, or of those up to one.</summary>
    public async Task<SubmissionOutcome> WithdrawalAsync(string id, long? version, CancellationToken cancellationToken)
    {
        var view = version is null && ArticleId.IsValid(id) ? await views.FindAsync(id, cancellationToken) : null;
        return SubmissionReader.CheckWithdrawal(id, version, intake.StampBehind(view?.Newest?.Key.Received));
    }

    /// <summary>Takes back all versions there are, and waits until the feeds show it.</summary>
    public async Task WithdrawAsync(string id, CancellationToken cancellationToken)
    {
        if (await WithdrawalAsync(id, version: null, cancellationToken) is SubmissionOutcome.Accepted accepted)
        {
            await intake.AcceptAsync([accepted.Change], cancellationToken);
            await projection.CatchUpAsync(cancellationToken);
        }
    }

    /// <summary>Erases every version received so far, and waits a while for it.</summary>
    /// <returns>Where it was accepted and, once all is gone, the report; null when there is no such article.</returns>
    public async Task<(Position Position, ErasureReport? Report)?> EraseAsync(string id, CancellationToken cancellationToken)
    {
        // Whatever was accepted before has to be in the view: it says where the article is.
        await projection.CatchUpAsync(cancellationToken);
        if (await views.FindAsync(id, cancellationToken) is not { } view)
        {
            return null;
        }

        var position = (await intake.AcceptAsync([await ErasureOfAsync(view, cancellationToken)], cancellationToken))[0];
        var work = FinishAsync(id, cancellationToken);
        return (position, await Task.WhenAny(work, Task.Delay(MaxWait, time, cancellationToken)) == work ? await work : null);
    }

    // None while a projection is being rebuilt: then it is for the one that will be served.
    private async Task<ErasureReport?> FinishAsync(string id, CancellationToken cancellationToken)
    {
        await projection.CatchUpAsync(cancellationToken);
        return await erasures.RunAsync(id, cancellationToken);
    }

    private async Task<Change.EraseArticle> ErasureOfAsync(ArticleView view, CancellationToken cancellationToken)
    {
        HashSet<string> carrying = new(view.ErasedFrom, StringComparer.Ordinal);
        foreach (var article in view.Held.Select(held => held.Article).OfType<Article>())
        {
            carrying.UnionWith(await feeds.OfAsync(article, cancellationToken));
        }

        return new Change.EraseArticle
        {
            ArticleId = view.Id,
            Received = intake.StampBehind(view.Newest?.Key.Received),
            Feeds = [.. carrying.Order(StringComparer.Ordinal)],
        };
    }
}
