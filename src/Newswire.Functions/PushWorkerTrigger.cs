using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Newswire.Http;
using Newswire.Http.Push;

namespace Newswire.Functions;

/// <summary>The service worker of the pages. A trigger that names GET alone would answer HEAD with 404.</summary>
public sealed class PushWorkerTrigger
{
    /// <summary><c>GET /push/worker.js</c>.</summary>
    [Function("GetPushWorker")]
    public static IResult Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.PushWorker)] HttpRequest request) =>
        WorkerApi.Get(request);
}
