using Microsoft.AspNetCore.Http;
using Newswire.Auditing;
using Newswire.Formats.Html.Operations;
using Newswire.Http.Ingest;
using Newswire.Operations.Articles;
using Newswire.Projection;

namespace Newswire.Http.Newsroom;

/// <summary>Articles: looked for, looked at, withdrawn, erased.</summary>
internal sealed class ArticlesRoom(ArticleSearch search, ArticleReports reports, ArticleActs acts) : INewsroomRoom
{
    private const int MaxWordsLength = 200;

    public string Name => "articles";

    public Task<IResult?> ShowAsync(IReadOnlyList<string> path, NewsroomVisit visit, CancellationToken cancellationToken) => path switch
    {
        [] => SearchAsync(visit, cancellationToken),
        [var id] => WithReportAsync(id, report => ArticlePage.Write(visit.Context, report, NoticeOf(visit.Query("done"))), cancellationToken),
        [var id, "withdraw"] => WithReportAsync(
            id, report => ConfirmPage.Write(visit.Context, ArticleConfirmations.Withdrawal(report)), cancellationToken),
        [var id, "erase"] => WithReportAsync(
            id, report => ConfirmPage.Write(visit.Context, ArticleConfirmations.Erasure(report)), cancellationToken),
        _ => Task.FromResult<IResult?>(null),
    };

    public NewsroomAct? FindAct(IReadOnlyList<string> path, NewsroomVisit visit) => path switch
    {
        [var id, "withdraw"] => new(new AuditAct(AuditActs.WithdrawArticle, id), cancellationToken => WithdrawAsync(id, visit, cancellationToken)),
        [var id, "erase"] => new(new AuditAct(AuditActs.EraseArticle, id), cancellationToken => EraseAsync(id, visit, cancellationToken)),
        _ => null,
    };

    private async Task<IResult?> SearchAsync(NewsroomVisit visit, CancellationToken cancellationToken)
    {
        var words = visit.Query("q") ?? "";
        var query = new ArticleQuery(
            words.Length <= MaxWordsLength ? words : words[..MaxWordsLength],
            ArticlesPage.ShelfOf(visit.Query("among")),
            visit.Query("after"));
        return new PageResult(ArticlesPage.Write(visit.Context, query, await search.FindAsync(query, cancellationToken)));
    }

    private async Task<IResult?> WithReportAsync(string id, Func<ArticleReport, byte[]> write, CancellationToken cancellationToken) =>
        await reports.ReadAsync(id, cancellationToken) is { } report ? new PageResult(write(report)) : null;

    private async Task<IResult> WithdrawAsync(string id, NewsroomVisit visit, CancellationToken cancellationToken)
    {
        if (await reports.ReadAsync(id, cancellationToken) is not { State: ArticleState.Visible or ArticleState.Scheduled })
        {
            return Unknown(visit);
        }

        await acts.WithdrawAsync(id, cancellationToken);
        return visit.Leave(OperationsPaths.Article(id), "withdrawn");
    }

    private async Task<IResult> EraseAsync(string id, NewsroomVisit visit, CancellationToken cancellationToken) =>
        !Articles.ArticleId.IsValid(id) ? Unknown(visit)
        : await acts.EraseAsync(id, cancellationToken) switch
        {
            null => Unknown(visit),
            (_, null) => visit.Leave(OperationsPaths.Article(id), "erasing"),
            _ => visit.Leave(OperationsPaths.Article(id), "erased"),
        };

    private static IResult Unknown(NewsroomVisit visit) => visit.Refuse(
        StatusCodes.Status409Conflict, "Nothing was done", "There is no such article, or nothing of it that readers see or will see.", OperationsPaths.Articles);

    private static string? NoticeOf(string? done) => done switch
    {
        "withdrawn" => "It was withdrawn. The feeds, the partners and those who were told of it are told that it is gone.",
        "erased" => "It was erased; the report is below.",
        "erasing" => "The erasure was accepted and goes on; look again in a minute.",
        _ => null,
    };
}
