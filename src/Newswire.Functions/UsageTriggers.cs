using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Newswire.Http;
using Newswire.Http.Partners;

namespace Newswire.Functions;

/// <summary>What partners have taken, for the newsroom.</summary>
public sealed class UsageTriggers(PartnerUsageApi usage)
{
    /// <summary><c>GET /api/partners/{partner}/usage</c>. The publisher key is asked for behind the trigger.</summary>
    [Function("GetPartnerUsage")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.PartnerUsage)] HttpRequest request, string partner) =>
        usage.GetAsync(request, partner);
}
