using Microsoft.AspNetCore.Http;
using Newswire.Articles.Submissions;
using Newswire.Catalog;
using Newswire.Catalog.Export;
using Newswire.Http.Ingest;
using Newswire.Json;

namespace Newswire.Http.Export;

/// <summary>The whole catalog, out of the house and into another. Needs a publisher key.</summary>
public sealed class CatalogApi
{
    private readonly PublisherDoor door;
    private readonly CatalogExport export;
    private readonly Intake intake;

    internal CatalogApi(PublisherDoor door, CatalogExport export, Intake intake) =>
        (this.door, this.export, this.intake) = (door, export, intake);

    /// <summary>
    /// <c>GET /api/catalog?after=…</c>: the changes behind a position, one a line, from the beginning without it. A
    /// <c>Link</c> to <c>next</c> (RFC 8288) leads on while there is more.
    /// </summary>
    public Task<IResult> GetAsync(HttpRequest request) => door.EnterAsync(request, async cancellationToken =>
    {
        var after = Position.Start;
        if (request.Query.TryGetValue("after", out var sent) && !Position.TryParse(sent, out after))
        {
            return Problem.BadParameter("after", "a position that an earlier answer named").ToResult();
        }

        var part = await export.ReadAsync(after, cancellationToken);
        var answer = new BytesResult(Ndjson.MediaTypes[0] + "; charset=utf-8", part.Lines);
        if (!part.IsLast)
        {
            answer.Headers["Link"] = $"</{Routes.Catalog}?after={part.Next}>; rel=\"next\"";
        }

        return answer;
    });

    /// <summary>
    /// <c>POST /api/catalog</c>: takes back what <c>GET</c> gave, here or elsewhere, with the versions, the dates and the
    /// moments of receipt. Answered line by line like a batch of articles. Taking it twice is taking it once.
    /// </summary>
    public Task<IResult> PostAsync(HttpRequest request) => door.EnterAsync(request, async cancellationToken =>
    {
        var (content, problem) = await RequestContent.ReadAsync(
            request, "A part of a catalog", SubmissionLimits.MaxBatchBytes, Ndjson.MediaTypes, cancellationToken);
        if (content is null)
        {
            return problem!.ToResult();
        }

        var lines = Ndjson.Lines(content.Bytes);
        if (lines.Count == 0)
        {
            return Problem.Malformed("The content holds no line; send what GET gave.").ToResult();
        }

        if (lines.Count > SubmissionLimits.MaxBatchLines)
        {
            return Problem.TooManyLines(lines.Count).ToResult();
        }

        var now = intake.Stamp();
        var read = new JsonOutcome<Change>[lines.Count];
        Parallel.For(0, lines.Count, i => read[i] = ExportedLine.Read(lines[i].Bytes, now));

        var changes = read.OfType<JsonOutcome<Change>.Accepted>().Select(accepted => accepted.Value).ToList();
        var positions = changes.Count == 0 ? [] : await intake.AcceptAsync(changes, cancellationToken);
        var position = positions.GetEnumerator();
        return new NdjsonResult<BatchLineAnswer>(
            changes.Count == 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status202Accepted,
            [.. lines.Zip(read, (line, outcome) => Answer(line.Number, outcome, position))],
            HttpJson.Answers.BatchLineAnswer,
            preferenceApplied: null);
    });

    private static BatchLineAnswer Answer(int line, JsonOutcome<Change> outcome, IEnumerator<Position> positions)
    {
        if (outcome is JsonOutcome<Change>.Accepted accepted)
        {
            positions.MoveNext();
            return new BatchLineAnswer(
                line,
                StatusCodes.Status202Accepted,
                (accepted.Value as Change.OfArticle)?.ArticleId,
                positions.Current.ToString());
        }

        var problem = outcome is JsonOutcome<Change>.Refused refused
            ? Problem.Invalid(refused.Faults, "change")
            : Problem.Malformed(((JsonOutcome<Change>.Malformed)outcome).Detail);
        return new BatchLineAnswer(line, problem.Status, Problem: problem.ToDocument());
    }
}
