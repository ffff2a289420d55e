using Microsoft.AspNetCore.Http;
using Newswire.Articles;
using Newswire.Catalog;
using Newswire.Erasure;
using Newswire.Projection;

namespace Newswire.Http.Ingest;

/// <summary>Erases articles for good (legal takedown) and tells when and where that was done.</summary>
public sealed class ErasureApi
{
    /// <summary>How long a request waits for the erasure; it goes on without it.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(100);

    private readonly PublisherDoor door;
    private readonly Intake intake;
    private readonly ArticleViews views;
    private readonly CarryingFeeds feeds;
    private readonly ProjectionRunner projection;
    private readonly EraseWork erasures;
    private readonly CatalogEraser catalog;
    private readonly TimeProvider time;

    internal ErasureApi(
        PublisherDoor door,
        Intake intake,
        ArticleViews views,
        CarryingFeeds feeds,
        ProjectionRunner projection,
        EraseWork erasures,
        CatalogEraser catalog,
        TimeProvider time) =>
        (this.door, this.intake, this.views, this.feeds, this.projection, this.erasures, this.catalog, this.time) =
            (door, intake, views, feeds, projection, erasures, catalog, time);

    /// <summary>
    /// <c>POST /api/articles/{id}/erasure</c>: erases every version received so far. 200 with the report when all is
    /// gone; 202 when it is accepted and goes on without the client: it takes long, or a projection is being rebuilt.
    /// </summary>
    public Task<IResult> PostAsync(HttpRequest request, string id) => door.EnterAsync(request, async cancellationToken =>
    {
        if (!ArticleId.IsValid(id))
        {
            return Problem.Invalid([ArticleId.Fault]).ToResult();
        }

        // Whatever was accepted before has to be in the view: it says where the article is.
        await projection.CatchUpAsync(cancellationToken);
        if (await views.FindAsync(id, cancellationToken) is not { } view)
        {
            return Problem.UnknownArticle(id).ToResult();
        }

        var position = (await intake.AcceptAsync(
            [await EraseAsync(view, cancellationToken)], cancellationToken))[0];
        var work = FinishAsync(id, cancellationToken);
        var waited = await Task.WhenAny(work, Task.Delay(MaxWait, time, cancellationToken));
        return waited == work && await work is { } report
            ? Show(report)
            : new JsonResult<AcceptedAnswer>(
                StatusCodes.Status202Accepted,
                new AcceptedAnswer(id, position.ToString(), Visible: false),
                HttpJson.Answers.AcceptedAnswer);
    });

    /// <summary>
    /// <c>GET /api/articles/{id}/erasure</c>: the report. With <c>?verify=true</c> the whole catalog is read, and the
    /// report says where content of the article is still found.
    /// </summary>
    public Task<IResult> GetAsync(HttpRequest request, string id) => door.EnterAsync(request, async cancellationToken =>
    {
        if (!ArticleId.IsValid(id))
        {
            return Problem.Invalid([ArticleId.Fault]).ToResult();
        }

        if (await erasures.FindReportAsync(id, cancellationToken) is not { } report)
        {
            return Problem.UnknownErasure(id).ToResult();
        }

        return request.Query["verify"] == "true"
            ? Show(report, await catalog.FindAsync(id, report.Requested, cancellationToken))
            : Show(report);
    });

    private static JsonResult<ErasureAnswer> Show(ErasureReport report, IReadOnlyList<Position>? found = null) =>
        new(StatusCodes.Status200OK, ErasureAnswer.Of(report, found), HttpJson.Answers.ErasureAnswer);

    private async Task<ErasureReport?> FinishAsync(string id, CancellationToken cancellationToken)
    {
        await projection.CatchUpAsync(cancellationToken);
        return await erasures.RunAsync(id, cancellationToken);
    }

    private async Task<Change.EraseArticle> EraseAsync(ArticleView view, CancellationToken cancellationToken)
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
