using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Newswire.Keys;
using Newswire.Storage;

namespace Newswire.Http.Ingest;

/// <summary>
/// Lets requests with a good publisher key (<c>Authorization: Bearer</c>, RFC 6750 §2.1) in, and answers for what is
/// behind it when storage is away. The same in both hosts.
/// </summary>
internal sealed class PublisherDoor(PublisherKeys keys, ILogger<PublisherDoor> log)
{
    private const string Scheme = "Bearer ";
    private const int MaxKeyLength = 256;

    public async Task<IResult> EnterAsync(HttpRequest request, Func<CancellationToken, Task<IResult>> work)
    {
        var cancellationToken = request.HttpContext.RequestAborted;
        try
        {
            var header = request.Headers.Authorization;
            if (header.Count != 1 || header[0] is not { } value || !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            {
                return Problem.NoKey.ToResult();
            }

            var key = value[Scheme.Length..].Trim();
            if (key.Length is 0 or > MaxKeyLength || await keys.CheckAsync(key, cancellationToken) != KeyCheck.Good)
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
