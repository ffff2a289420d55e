using Microsoft.AspNetCore.Http;
using Newswire.Http.Ingest;
using Newswire.Projection.Generations;

namespace Newswire.Http.Rebuilding;

/// <summary>Makes the projection anew beside the one that is served, or looks whether that is as it should be. Needs a publisher key.</summary>
public sealed class RebuildApi
{
    private readonly PublisherDoor door;
    private readonly Rebuild rebuild;
    private readonly RebuildMonitor monitor;

    internal RebuildApi(PublisherDoor door, Rebuild rebuild, RebuildMonitor monitor) =>
        (this.door, this.rebuild, this.monitor) = (door, rebuild, monitor);

    /// <summary>
    /// <c>POST /api/rebuild</c>: begins a rebuild; with <c>?purpose=verify</c> a verification. 202 with how it stands; also
    /// when it is under way already. 409 while the other is.
    /// </summary>
    public Task<IResult> PostAsync(HttpRequest request) => door.EnterAsync(request, async cancellationToken =>
    {
        if (PurposeOf(request) is not { } purpose)
        {
            return Problem.BadParameter("purpose", "rebuild or verify").ToResult();
        }

        var record = await rebuild.BeginAsync(purpose, cancellationToken);
        return record.Building!.Purpose == purpose
            ? await ShowAsync(StatusCodes.Status202Accepted, cancellationToken)
            : Problem.OtherBuild(record.Building.Purpose).ToResult();
    });

    /// <summary><c>GET /api/rebuild</c>: what is being built and how far it is, and how the last one ended.</summary>
    public Task<IResult> GetAsync(HttpRequest request) => door.EnterAsync(request, cancellationToken =>
        ShowAsync(StatusCodes.Status200OK, cancellationToken));

    /// <summary><c>DELETE /api/rebuild</c>: gives up what is being built; what is served was never touched.</summary>
    public Task<IResult> DeleteAsync(HttpRequest request) => door.EnterAsync(request, async cancellationToken =>
    {
        await rebuild.AbandonAsync(cancellationToken);
        return await ShowAsync(StatusCodes.Status200OK, cancellationToken);
    });

    private static BuildPurpose? PurposeOf(HttpRequest request) => (string?)request.Query["purpose"] switch
    {
        null or "rebuild" => BuildPurpose.Rebuild,
        "verify" => BuildPurpose.Verify,
        _ => null,
    };

    private async Task<IResult> ShowAsync(int status, CancellationToken cancellationToken)
    {
        var (record, progress) = await monitor.LookAsync(cancellationToken);
        return new JsonResult<RebuildAnswer>(status, RebuildAnswer.Of(record, progress), HttpJson.Answers.RebuildAnswer);
    }
}
