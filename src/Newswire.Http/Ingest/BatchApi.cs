using Microsoft.AspNetCore.Http;
using Newswire.Articles.PictureFacts;
using Newswire.Articles.Submissions;
using Newswire.Catalog;

namespace Newswire.Http.Ingest;

/// <summary>Many articles at once. Needs a publisher key.</summary>
public sealed class BatchApi
{
    private readonly PublisherDoor door;
    private readonly PictureFinder pictures;
    private readonly Intake intake;
    private readonly ChangeAnswers answers;

    internal BatchApi(PublisherDoor door, PictureFinder pictures, Intake intake, ChangeAnswers answers) =>
        (this.door, this.pictures, this.intake, this.answers) = (door, pictures, intake, answers);

    /// <summary>
    /// <c>POST /api/articles</c>: an article a line, each with its id. Answered line by line; a bad line does not hold
    /// back the others. Accepted lines are one append. 422 when no line is accepted.
    /// </summary>
    public Task<IResult> PostAsync(HttpRequest request) => door.EnterToPublishAsync(request, async cancellationToken =>
    {
        var (content, problem) = await RequestContent.ReadAsync(
            request, "A batch", SubmissionLimits.MaxBatchBytes, Ndjson.MediaTypes, cancellationToken);
        if (content is null)
        {
            return problem!.ToResult();
        }

        var lines = Ndjson.Lines(content.Bytes);
        if (lines.Count == 0)
        {
            return Problem.Malformed("The batch holds no line; send one JSON object a line.").ToResult();
        }

        if (lines.Count > SubmissionLimits.MaxBatchLines)
        {
            return Problem.TooManyLines(lines.Count).ToResult();
        }

        // Stamped in the order of the lines, read side by side: cleaning is most of the work.
        var received = lines.ConvertAll(_ => intake.Stamp());
        var sent = new SubmissionOutcome[lines.Count];
        Parallel.For(0, lines.Count, i => sent[i] = SubmissionReader.ReadBatchLine(lines[i].Bytes, received[i]));
        var outcomes = await pictures.CompleteAsync(sent, cancellationToken);

        var changes = outcomes.OfType<SubmissionOutcome.Accepted>().Select(accepted => accepted.Change).ToList();
        var positions = changes.Count == 0 ? [] : await intake.AcceptAsync(changes, cancellationToken);

        // What is to be shown later is nothing to wait for.
        var (visible, applied) = changes.All(change => AcceptedAnswer.ScheduleOf(change) is not null)
            ? (false, null)
            : await answers.WaitAsync(request, cancellationToken);

        var position = positions.GetEnumerator();
        var answer = lines.Zip(outcomes, (line, outcome) => Answer(line.Number, outcome, position, visible)).ToList();
        var status = changes.Count == 0 ? StatusCodes.Status422UnprocessableEntity
            : visible ? StatusCodes.Status200OK
            : StatusCodes.Status202Accepted;
        return new NdjsonResult<BatchLineAnswer>(status, answer, HttpJson.Answers.BatchLineAnswer, applied);
    });

    private static BatchLineAnswer Answer(
        int line, SubmissionOutcome outcome, IEnumerator<Position> positions, bool visible)
    {
        if (outcome is SubmissionOutcome.Accepted accepted)
        {
            positions.MoveNext();
            var scheduled = AcceptedAnswer.ScheduleOf(accepted.Change);
            var status = visible && scheduled is null ? StatusCodes.Status200OK : StatusCodes.Status202Accepted;
            return new BatchLineAnswer(
                line,
                status,
                accepted.Change.ArticleId,
                positions.Current.ToString(),
                scheduled,
                accepted.Ignored.Count > 0 ? accepted.Ignored : null);
        }

        var problem = ChangeAnswers.Refusal(outcome);
        return new BatchLineAnswer(line, problem.Status, Problem: problem.ToDocument());
    }
}
