using System.Globalization;
using Microsoft.AspNetCore.Http;
using Newswire.Articles.Submissions;
using Newswire.Catalog;
using Newswire.Projection;

namespace Newswire.Http.Ingest;

/// <summary>Accepts what is in order and answers for it: durable first, and visible when the client waits for that.</summary>
internal sealed class ChangeAnswers(
    Intake intake, ProjectionRunner projection, CarryingFeeds feeds, TimeProvider time)
{
    /// <summary>One change.</summary>
    public async Task<IResult> AcceptAsync(
        HttpRequest request, SubmissionOutcome outcome, CancellationToken cancellationToken, bool showArticle = false)
    {
        if (outcome is not SubmissionOutcome.Accepted accepted)
        {
            return Refusal(outcome).ToResult();
        }

        var change = accepted.Change;
        var position = (await intake.AcceptAsync([change], cancellationToken))[0];

        // What is to be shown later is nothing to wait for.
        var scheduled = AcceptedAnswer.ScheduleOf(change);
        var (visible, waited) = scheduled is null ? await WaitAsync(request, cancellationToken) : (false, null);
        var answer = new AcceptedAnswer(
            change.ArticleId,
            position.ToString(),
            visible,
            scheduled,
            accepted.Ignored.Count > 0 ? accepted.Ignored : null,
            showArticle && change is Change.Publish publish
                ? ArticleAnswer.Of(publish, await feeds.OfAsync(publish.Article, cancellationToken))
                : null);
        var result = new JsonResult<AcceptedAnswer>(
            visible ? StatusCodes.Status200OK : StatusCodes.Status202Accepted, answer, HttpJson.Answers.AcceptedAnswer);
        result.Headers["Location"] = $"/api/articles/{change.ArticleId}";
        if (waited is not null)
        {
            result.Headers["Preference-Applied"] = waited;
        }

        return result;
    }

    /// <summary>Why a submission was not accepted.</summary>
    public static Problem Refusal(SubmissionOutcome outcome) => outcome switch
    {
        SubmissionOutcome.Malformed malformed => Problem.Malformed(malformed.Detail),
        SubmissionOutcome.NoArticle nothing => Problem.NoArticleOnPage(nothing.LookedFor),
        SubmissionOutcome.Refused refused => Problem.Invalid(refused.Faults),
        _ => throw new ArgumentException("The submission was accepted.", nameof(outcome)),
    };

    /// <summary>
    /// Waits until the feeds show everything accepted so far, when the client prefers that (RFC 7240 §4.3). The request
    /// drives the projection itself, so it works in whatever process it came to.
    /// </summary>
    public async Task<(bool Visible, string? Applied)> WaitAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Preference.Wait(request) is not { } wait)
        {
            return (false, null);
        }

        using var patience = new CancellationTokenSource(wait, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var applied = string.Create(CultureInfo.InvariantCulture, $"wait={wait.TotalSeconds:0}");

        // The change is accepted whatever comes of the waiting, and will be visible without anybody waiting.
        var catchUp = projection.CatchUpAsync(limit.Token);
        await catchUp.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return (catchUp.IsCompletedSuccessfully, applied);
    }
}
