using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Newswire.Auditing;
using Newswire.Http.Auditing;
using Newswire.Keys;
using Newswire.Storage;

namespace Newswire.Http.Ingest;

/// <summary>
/// Lets requests with a good publisher key (<see cref="BearerKey"/>) in, and answers for what is behind it when storage
/// is away. The same in both hosts. Whatever does more than read is written down in the audit log before it is done, so no
/// route can forget it; only publishing is not, since the catalog has it.
/// </summary>
internal sealed class PublisherDoor(PublisherKeys keys, AuditLog audit, ILogger<PublisherDoor> log)
{
    /// <summary>Lets in whoever reads or acts.</summary>
    public Task<IResult> EnterAsync(HttpRequest request, Func<CancellationToken, Task<IResult>> work) =>
        EnterAsync(request, (key, cancellationToken) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            ? work(cancellationToken)
            : audit.RecordAsync(
                keys.IsOwn(key) ? AuditActor.AtCommandLine(key.Name) : AuditActor.Of(key, AuditActor.Api),
                ApiActs.Of(request.Method, request.Path.Value ?? ""),
                work,
                ApiActs.Judge,
                cancellationToken));

    /// <summary>Lets in whoever publishes, which the catalog alone records.</summary>
    public Task<IResult> EnterToPublishAsync(HttpRequest request, Func<CancellationToken, Task<IResult>> work) =>
        EnterAsync(request, (_, cancellationToken) => work(cancellationToken));

    private async Task<IResult> EnterAsync(HttpRequest request, Func<PublisherKey, CancellationToken, Task<IResult>> work)
    {
        var cancellationToken = request.HttpContext.RequestAborted;
        try
        {
            if (BearerKey.Find(request) is not { } secret)
            {
                return Problem.NoKey.ToResult();
            }

            if (secret.Length == 0 || await keys.FindAsync(secret, cancellationToken) is not { } key)
            {
                return Problem.WrongKey.ToResult();
            }

            return await work(key, cancellationToken);
        }
        catch (StorageAwayException exception)
        {
            Log.StorageAway(log, request.Path, exception);
            return Problem.StorageAway.ToResult();
        }
    }
}
