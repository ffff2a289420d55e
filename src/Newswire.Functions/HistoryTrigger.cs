using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Newswire.Http;
using Newswire.Http.Operations;

namespace Newswire.Functions;

/// <summary>What all instances have measured, for the newsroom.</summary>
public sealed class HistoryTrigger(HistoryApi history)
{
    /// <summary><c>GET /api/operations/history</c>. The publisher key is asked for behind the trigger.</summary>
    [Function("GetHistory")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.History)] HttpRequest request) =>
        history.GetAsync(request);
}
