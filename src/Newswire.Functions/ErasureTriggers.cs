using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Newswire.Http;
using Newswire.Http.Ingest;

namespace Newswire.Functions;

/// <summary>Legal takedown. The publisher key is asked for behind the trigger.</summary>
public sealed class ErasureTriggers(ErasureApi erasures)
{
    /// <summary><c>POST /api/articles/{id}/erasure</c>.</summary>
    [Function("PostErasure")]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Erasure)] HttpRequest request, string id) =>
        erasures.PostAsync(request, id);

    /// <summary><c>GET /api/articles/{id}/erasure</c>.</summary>
    [Function("GetErasure")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Erasure)] HttpRequest request, string id) =>
        erasures.GetAsync(request, id);
}
