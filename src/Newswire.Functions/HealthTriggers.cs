using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Newswire.Http;
using Newswire.Http.Operations;

namespace Newswire.Functions;

/// <summary>Whether the instance lives, and whether it can do its work.</summary>
public sealed class HealthTriggers(HealthApi health)
{
    /// <summary><c>GET /health/live</c>.</summary>
    [Function("GetLive")]
    public static IResult GetLive(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Live)] HttpRequest request) =>
        HealthApi.GetLive();

    /// <summary><c>GET /health/ready</c>.</summary>
    [Function("GetReady")]
    public Task<IResult> GetReadyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Ready)] HttpRequest request) =>
        health.GetReadyAsync(request);
}
