using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Newswire.Http;
using Newswire.Http.Serving;

namespace Newswire.Functions;

/// <summary>The home page. Needs the app setting <c>AzureWebJobsDisableHomepage=true</c>.</summary>
public sealed class HomeTrigger(HomeApi home)
{
    /// <summary><c>GET /</c>.</summary>
    [Function("GetHome")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Home)] HttpRequest request) =>
        home.GetAsync(request);
}
