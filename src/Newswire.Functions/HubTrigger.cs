using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Newswire.Http;
using Newswire.Http.WebSub;

namespace Newswire.Functions;

/// <summary>The WebSub hub, open to every subscriber.</summary>
public sealed class HubTrigger(HubApi hub)
{
    /// <summary><c>POST /hub</c>.</summary>
    [Function("PostHub")]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Hub)] HttpRequest request) =>
        hub.PostAsync(request);

    /// <summary><c>GET /hub</c>.</summary>
    [Function("GetHub")]
    public static IResult Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Hub)] HttpRequest request) =>
        HubApi.Get();
}
