using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Newswire.Partners;
using Newswire.Storage;

namespace Newswire.Http.Partners;

/// <summary>
/// Lets a partner in at its own addresses, with a good key of its own (<see cref="BearerKey"/>), and answers for what is
/// behind it when storage is away. The same in both hosts.
/// </summary>
/// <remarks>Whatever is wrong with a key, the answer is the same, and the partner of the address is not named in it.</remarks>
internal sealed class PartnerDoor(PartnerRecords partners, ILogger<PartnerDoor> log)
{
    /// <param name="request">The request.</param>
    /// <param name="partner">The partner whose address it is, as it stands there.</param>
    /// <param name="work">What is behind the door; it gets the partner and the key that opened it, and says what its answer carries.</param>
    public async Task<IResult> EnterAsync(
        HttpRequest request, string partner, Func<PartnerVisit, CancellationToken, Task<IResult>> work)
    {
        var cancellationToken = request.HttpContext.RequestAborted;
        try
        {
            if (BearerKey.Find(request) is not { } key)
            {
                return Problem.NoPartnerKey.ToResult();
            }

            return await partners.FindByKeyAsync(partner, key, cancellationToken) is PartnerCheck.Good good
                ? await work(new PartnerVisit(good.Partner, good.Key), cancellationToken)
                : Problem.WrongPartnerKey.ToResult();
        }
        catch (StorageAwayException exception)
        {
            Log.StorageAway(log, request.Path, exception);
            return Problem.StorageAway.ToResult();
        }
    }
}
