using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Newswire.Articles.PictureFacts;
using Newswire.Articles.Submissions;
using Newswire.Catalog;
using Newswire.Connectors;
using Newswire.Http.Ingest;
using Newswire.Importing;
using Newswire.Storage;

namespace Newswire.Http.Connectors;

/// <summary>Where a CMS tells what it publishes, signed with its connector's secret.</summary>
public sealed class ConnectorEventsApi
{
    /// <summary>Ghost hangs up after two seconds, and does not tell again; what is not known of pictures by then stays unknown.</summary>
    private static readonly TimeSpan PictureTime = TimeSpan.FromSeconds(1);

    private static readonly string[] JsonTypes = ["application/json"];

    // Checked in place of that of a connector that there is not: what it takes to be refused says nothing.
    private static readonly Connector Nobody = new("", ConnectorKind.WordPress, "none", DateTimeOffset.MinValue);

    private readonly ConnectorRecords connectors;
    private readonly PictureFinder pictures;
    private readonly Intake intake;
    private readonly ChangeAnswers answers;
    private readonly TimeProvider time;
    private readonly ILogger<ConnectorEventsApi> log;

    internal ConnectorEventsApi(
        ConnectorRecords connectors,
        PictureFinder pictures,
        Intake intake,
        ChangeAnswers answers,
        TimeProvider time,
        ILogger<ConnectorEventsApi> log) =>
        (this.connectors, this.pictures, this.intake, this.answers, this.time, this.log) =
            (connectors, pictures, intake, answers, time, log);

    /// <summary>
    /// <c>POST /api/connectors/{connector}/events</c>: takes the article as the CMS tells it, or its withdrawal. Whatever is wrong with the
    /// signature or the name, the answer is the same.
    /// </summary>
    public async Task<IResult> PostAsync(HttpRequest request, string connector)
    {
        // Nothing is read for somebody who brings no signature.
        string? signature = request.Headers[GhostSignature.Header].Concat(request.Headers[WordPressSignature.Header]).FirstOrDefault();
        if (signature is null)
        {
            return Problem.EventRefused.ToResult();
        }

        try
        {
            var known = await connectors.FindAsync(connector, request.HttpContext.RequestAborted);
            var (content, problem) = await RequestContent.ReadAsync(
                request, "An event", ConnectorEvent.MaxBytes, JsonTypes, request.HttpContext.RequestAborted);
            if (content is null)
            {
                return problem!.ToResult();
            }

            return !IsSigned(request, content, known ?? Nobody) || known is null
                ? Problem.EventRefused.ToResult()
                : await TakeAsync(request, known, content);
        }
        catch (StorageAwayException exception)
        {
            Log.StorageAway(log, request.Path, exception);
            return Problem.StorageAway.ToResult();
        }
    }

    private bool IsSigned(HttpRequest request, RequestContent content, Connector connector) => connector.Kind == ConnectorKind.Ghost
        ? GhostSignature.IsGood(content.Bytes.Span, Only(request, GhostSignature.Header), connector.Secret, time.GetUtcNow())
        : WordPressSignature.IsGood(content.Bytes.Span, Only(request, WordPressSignature.Header), connector.Secret);

    private static string? Only(HttpRequest request, string name) =>
        request.Headers[name] is [{ } one] ? one : null;

    private async Task<IResult> TakeAsync(HttpRequest request, Connector connector, RequestContent content)
    {
        // Nobody who hangs up now tells it again, so it is taken to its end.
        var untilDone = CancellationToken.None;
        switch (ConnectorEvent.Read(connector, content.Bytes, request.Headers[WordPressEvent.TriggerHeader]))
        {
            case ImportedItem.Article article:
                var sent = SubmissionReader.ReadArticle(article.Id, article.Json, intake.Stamp());
                return await answers.AcceptAsync(request, await WithPicturesAsync(sent), untilDone);
            case ImportedItem.Withdrawal withdrawal:
                return await answers.AcceptAsync(
                    request, SubmissionReader.CheckWithdrawal(withdrawal.Id, withdrawal.Version, intake.Stamp()), untilDone);
            case ImportedItem.LeftOut left:
                return new JsonResult<EventLeftOutAnswer>(
                    StatusCodes.Status200OK, new EventLeftOutAnswer(left.Reason), HttpJson.Answers.EventLeftOutAnswer);
            default:
                return Problem.Malformed("The event is no JSON.").ToResult();
        }
    }

    private async Task<SubmissionOutcome> WithPicturesAsync(SubmissionOutcome sent)
    {
        using var patience = new CancellationTokenSource(PictureTime, time);
        try
        {
            return await pictures.CompleteAsync(sent, patience.Token);
        }
        catch (OperationCanceledException)
        {
            return sent;
        }
    }
}
