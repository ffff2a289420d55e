using Microsoft.AspNetCore.Http;
using Newswire.Articles;
using Newswire.Catalog;
using Newswire.Erasure;

namespace Newswire.Http.Ingest;

/// <summary>Erases articles for good (legal takedown) and tells when and where that was done.</summary>
public sealed class ErasureApi
{
    private readonly PublisherDoor door;
    private readonly ArticleActs acts;
    private readonly EraseWork erasures;
    private readonly CatalogEraser catalog;

    internal ErasureApi(PublisherDoor door, ArticleActs acts, EraseWork erasures, CatalogEraser catalog) =>
        (this.door, this.acts, this.erasures, this.catalog) = (door, acts, erasures, catalog);

    /// <summary>
    /// <c>POST /api/articles/{id}/erasure</c>: erases every version received so far. 200 with the report when all is
    /// gone; 202 when it is accepted and goes on without the client: it takes long, or a projection is being rebuilt.
    /// </summary>
    public Task<IResult> PostAsync(HttpRequest request, string id) => door.EnterAsync(request, async cancellationToken =>
        !ArticleId.IsValid(id) ? Problem.Invalid([ArticleId.Fault]).ToResult()
        : await acts.EraseAsync(id, cancellationToken) switch
        {
            null => Problem.UnknownArticle(id).ToResult(),
            (_, { } report) => Show(report),
            ({ } position, _) => new JsonResult<AcceptedAnswer>(
                StatusCodes.Status202Accepted,
                new AcceptedAnswer(id, position.ToString(), Visible: false),
                HttpJson.Answers.AcceptedAnswer),
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
}
