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
}
