using Microsoft.AspNetCore.Http;
using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Feeds.Definitions;
using Newswire.Http.Ingest;
using Newswire.Json;
using Newswire.Projection;

namespace Newswire.Http.Definitions;

/// <summary>What feeds there are: list, look at, define, retire. Every request needs a publisher key.</summary>
public sealed class DefinitionsApi
{
    private const string Prefix = "/api/feeds";

    private static readonly string[] JsonTypes = ["application/json"];

    private readonly PublisherDoor door;
    private readonly DefinitionIntake intake;
    private readonly FeedFile file;
    private readonly FeedsInForce feeds;
    private readonly FeedAnswers answers;
    private readonly ChangeAnswers changes;

    internal DefinitionsApi(
        PublisherDoor door, DefinitionIntake intake, FeedFile file, FeedsInForce feeds, FeedAnswers answers, ChangeAnswers changes) =>
        (this.door, this.intake, this.file, this.feeds, this.answers, this.changes) = (door, intake, file, feeds, answers, changes);

    /// <summary>
    /// <c>GET /api/feeds</c>: every feed. <c>GET /api/feeds/{name}</c>: one, with its definition and how far it has been
    /// filled; 301 when it has another name now, 410 when it is retired, 404 when there is none.
    /// </summary>
    public Task<IResult> GetAsync(HttpRequest request) => door.EnterAsync(request, async cancellationToken =>
    {
        var name = NameOf(request);
        if (name.Length == 0)
        {
            return new JsonResult<FeedListAnswer>(
                StatusCodes.Status200OK, await answers.AllAsync(cancellationToken), HttpJson.Answers.FeedListAnswer);
        }

        if (await answers.FindAsync(name, cancellationToken) is { } feed)
        {
            return new JsonResult<FeedAnswer>(StatusCodes.Status200OK, feed, HttpJson.Answers.FeedAnswer);
        }

        var definitions = await feeds.DefinitionsAsync(cancellationToken);
        if (definitions.MovedTo(name) is { } now)
        {
            request.HttpContext.Response.Headers.Location = AddressOf(now);
            return Problem.MovedFeed(StatusCodes.Status301MovedPermanently, name, now).ToResult();
        }

        return (definitions.IsRetired(name) ? Problem.RetiredName(name) : Problem.UnknownFeed(name)).ToResult();
    });

    /// <summary>
    /// <c>PUT /api/feeds/{name}</c>: defines the feed, or defines it anew. With another feed's name among
    /// <c>formerNames</c> it renames that feed. <c>PUT /api/feeds</c> does so with all of a file or none.
    /// </summary>
    public Task<IResult> PutAsync(HttpRequest request) => door.EnterAsync(request, async cancellationToken =>
    {
        var name = NameOf(request);
        var isFile = name.Length == 0;
        var (content, problem) = await RequestContent.ReadAsync(
            request,
            isFile ? "A file of definitions" : "A definition",
            isFile ? DefinitionLimits.MaxFileBytes : DefinitionLimits.MaxDefinitionBytes,
            JsonTypes,
            cancellationToken);
        if (content is null)
        {
            return problem!.ToResult();
        }

        if (isFile)
        {
            return await file.ApplyAsync(content.Bytes, cancellationToken);
        }

        switch (FeedDefinitionReader.Read(name, content.Bytes))
        {
            case JsonOutcome<FeedDefinition>.Malformed malformed:
                return Problem.Malformed(malformed.Detail).ToResult();
            case JsonOutcome<FeedDefinition>.Refused refused:
                return Problem.Invalid(refused.Faults, "definition").ToResult();
            case JsonOutcome<FeedDefinition>.Accepted accepted:
                var (position, faults) = await intake.DefineAsync([accepted.Value], cancellationToken);
                return position is null
                    ? Problem.FeedConflict([.. faults.Select(fault => fault.Fault)]).ToResult()
                    : await AnswerAsync(request, accepted.Value.Name, position.Value, accepted.Ignored, cancellationToken);
            case var outcome:
                throw new InvalidOperationException($"An outcome nobody knows: {outcome.GetType()}.");
        }
    });

    /// <summary>
    /// <c>DELETE /api/feeds/{name}</c>: gives the feed up; its addresses answer 410 from then on.
    /// </summary>
    public Task<IResult> DeleteAsync(HttpRequest request) => door.EnterAsync(request, async cancellationToken =>
    {
        var name = NameOf(request);
        if (await answers.FindAsync(name, cancellationToken) is null)
        {
            var definitions = await feeds.DefinitionsAsync(cancellationToken);
            return (definitions.IsRetired(name) ? Problem.RetiredName(name)
                : definitions.MovedTo(name) is { } now ? Problem.MovedFeed(StatusCodes.Status409Conflict, name, now)
                : Problem.UnknownFeed(name)).ToResult();
        }

        return await AnswerAsync(
            request, name, await intake.RetireAsync(name, cancellationToken), ignored: [], cancellationToken);
    });

    /// <summary>The server leaves encoded slashes alone, and many clients encode them.</summary>
    private static string NameOf(HttpRequest request) => request.Path.Value![Prefix.Length..]
        .Replace("%2F", "/", StringComparison.OrdinalIgnoreCase).TrimStart('/');

    private static string AddressOf(string name) =>
        $"{Prefix}/{string.Join('/', name.Split('/').Select(Uri.EscapeDataString))}";

    private async Task<IResult> AnswerAsync(
        HttpRequest request,
        string name,
        Position position,
        IReadOnlyList<string> ignored,
        CancellationToken cancellationToken)
    {
        var (inForce, waited) = await changes.WaitAsync(request, cancellationToken);
        var answer = new DefinedAnswer(
            name,
            position.ToString(),
            inForce,
            inForce ? BackfillAnswer.Of(name, await feeds.WalksAsync(cancellationToken)) : null,
            ignored.Count > 0 ? ignored : null);
        var result = new JsonResult<DefinedAnswer>(
            inForce ? StatusCodes.Status200OK : StatusCodes.Status202Accepted, answer, HttpJson.Answers.DefinedAnswer);
        result.Headers["Location"] = AddressOf(name);
        if (waited is not null)
        {
            result.Headers["Preference-Applied"] = waited;
        }

        return result;
    }
}
