using System.Globalization;
using Microsoft.AspNetCore.Http;
using Newswire.Articles;
using Newswire.Articles.PictureFacts;
using Newswire.Articles.Submissions;
using Newswire.Catalog;
using Newswire.Projection;

namespace Newswire.Http.Ingest;

/// <summary>Articles one by one: publish or update, withdraw, look at. Every request needs a publisher key.</summary>
public sealed class ArticlesApi
{
    private static readonly string[] JsonTypes = ["application/json"];

    private readonly PublisherDoor door;
    private readonly PictureFinder pictures;
    private readonly Intake intake;
    private readonly ArticleActs acts;
    private readonly ChangeAnswers answers;
    private readonly ArticleViews views;
    private readonly CarryingFeeds feeds;
    private readonly TimeProvider time;

    internal ArticlesApi(
        PublisherDoor door,
        PictureFinder pictures,
        Intake intake,
        ArticleActs acts,
        ChangeAnswers answers,
        ArticleViews views,
        CarryingFeeds feeds,
        TimeProvider time) =>
        (this.door, this.pictures, this.intake, this.acts, this.answers, this.views, this.feeds, this.time) =
            (door, pictures, intake, acts, answers, views, feeds, time);

    /// <summary><c>PUT /api/articles/{id}</c>: publishes the article or a newer version of it.</summary>
    public Task<IResult> PutAsync(HttpRequest request, string id) => door.EnterToPublishAsync(request, async cancellationToken =>
    {
        var (content, problem) = await RequestContent.ReadAsync(
            request, "An article", SubmissionLimits.MaxArticleBytes, JsonTypes, cancellationToken);
        if (content is null)
        {
            return problem!.ToResult();
        }

        var sent = SubmissionReader.ReadArticle(id, content.Bytes, intake.Stamp());
        var completed = await pictures.CompleteAsync(sent, cancellationToken);
        return await answers.AcceptAsync(request, completed, cancellationToken);
    });

    /// <summary>
    /// <c>DELETE /api/articles/{id}</c>: withdraws the article; with <c>?version=N</c> only versions up to N.
    /// </summary>
    public Task<IResult> DeleteAsync(HttpRequest request, string id) => door.EnterAsync(request, async cancellationToken =>
    {
        long? version = null;
        if (request.Query.TryGetValue("version", out var sent))
        {
            if (!long.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return Problem.BadParameter("version", "a whole number, 0 or more").ToResult();
            }

            version = number;
        }

        return await answers.AcceptAsync(
            request, await acts.WithdrawalAsync(id, version, cancellationToken), cancellationToken);
    });

    /// <summary>
    /// <c>GET /api/articles/{id}</c>: the current view; 404 when there is none, 410 when it is withdrawn.
    /// </summary>
    public Task<IResult> GetAsync(HttpRequest request, string id) => door.EnterAsync(request, async cancellationToken =>
    {
        if (!ArticleId.IsValid(id))
        {
            return Problem.Invalid([ArticleId.Fault]).ToResult();
        }

        return (await views.FindAsync(id, cancellationToken))?.At(time.GetUtcNow()) switch
        {
            null or ArticleState.Hidden => Problem.UnknownArticle(id).ToResult(),
            ArticleState.Visible visible => Show(ArticleAnswer.Of(
                id, visible, await feeds.OfAsync(visible.Article, cancellationToken))),
            ArticleState.Scheduled scheduled => Show(ArticleAnswer.Of(
                id, scheduled, await feeds.OfAsync(scheduled.Article, cancellationToken))),
            _ => Problem.WithdrawnArticle(id).ToResult(),
        };
    });

    private static JsonResult<ArticleAnswer> Show(ArticleAnswer answer) =>
        new(StatusCodes.Status200OK, answer, HttpJson.Answers.ArticleAnswer);
}
