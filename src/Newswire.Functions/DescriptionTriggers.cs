using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Newswire.Http;
using Newswire.Http.OpenApi;

namespace Newswire.Functions;

/// <summary>The surface described, for programs and for people. Triggers that name GET alone would answer HEAD with 404.</summary>
public sealed class DescriptionTriggers(DescriptionApi description)
{
    /// <summary><c>GET /openapi.json</c>.</summary>
    [Function("GetOpenApi")]
    public IResult GetDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.OpenApi)] HttpRequest request) =>
        description.GetDocument(request);

    /// <summary><c>GET /developers</c>: the same as a page.</summary>
    [Function("GetDevelopersPage")]
    public IResult GetPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Developers)] HttpRequest request) =>
        description.GetPage(request);
}
