using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Newswire.Keys;
using Newswire.Storage;

namespace Newswire.Http.Ingest;

/// <summary>
/// Lets requests with a good publisher key (<see cref="BearerKey"/>) in, and answers for what is behind it when storage
/// is away. The same in both hosts.
/// </summary>
internal sealed class PublisherDoor(PublisherKeys keys, ILogger<PublisherDoor> log)
{
    public async Task<IResult> EnterAsync(HttpRequest request, Func<CancellationToken, Task<IResult>> work)
    {
        var cancellationToken = request.HttpContext.RequestAborted;
        try
        {
            if (BearerKey.Find(request) is not { } key)
            {
                return Problem.NoKey.ToResult();
            }

            if (key.Length == 0 || await keys.CheckAsync(key, cancellationToken) != KeyCheck.Good)
            {
                return Problem.WrongKey.ToResult();
            }

            return await work(cancellationToken);
        }
        catch (StorageAwayException exception)
        {
            Log.StorageAway(log, request.Path, exception);
            return Problem.StorageAway.ToResult();
        }
    }
}
