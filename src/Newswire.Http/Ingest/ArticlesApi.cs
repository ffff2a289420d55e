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
    private readonly ChangeAnswers answers;
    private readonly ArticleViews views;

    internal ArticlesApi(PublisherDoor door, PictureFinder pictures, Intake intake, ChangeAnswers answers, ArticleViews views) =>
        (this.door, this.pictures, this.intake, this.answers, this.views) = (door, pictures, intake, answers, views);

    /// <summary><c>PUT /api/articles/{id}</c>: publishes the article or a newer version of it.</summary>
    public Task<IResult> PutAsync(HttpRequest request, string id) => door.EnterAsync(request, async cancellationToken =>
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

        var received = intake.Stamp();
        if (version is null && ArticleId.IsValid(id)
            && (await views.FindAsync(id, cancellationToken))?.Newest?.Key.Received is { } newest && newest >= received)
        {
            // Another process, whose clock is ahead, accepted what is to be withdrawn.
            received = newest.AddTicks(1);
        }

        return await answers.AcceptAsync(
            request, SubmissionReader.CheckWithdrawal(id, version, received), cancellationToken);
    });

    /// <summary>
    /// <c>GET /api/articles/{id}</c>: the current view; 404 when there is none, 410 when it is withdrawn.
    /// </summary>
    public Task<IResult> GetAsync(HttpRequest request, string id) => door.EnterAsync(request, async cancellationToken =>
    {
        if (!ArticleId.IsValid(id))
        {
            return Problem.Invalid([Fault.InvalidId]).ToResult();
        }

        return await views.FindAsync(id, cancellationToken) switch
        {
            null => Problem.UnknownArticle(id).ToResult(),
            { IsVisible: false } => Problem.WithdrawnArticle(id).ToResult(),
            var view => new JsonResult<ArticleAnswer>(
                StatusCodes.Status200OK, ArticleAnswer.Of(view), HttpJson.Answers.ArticleAnswer),
        };
    });
}
