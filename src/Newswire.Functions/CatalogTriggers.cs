using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Newswire.Http;
using Newswire.Http.Export;

namespace Newswire.Functions;

/// <summary>The whole catalog, out and in. The publisher key is asked for behind the triggers.</summary>
public sealed class CatalogTriggers(CatalogApi catalog)
{
    /// <summary><c>GET /api/catalog</c>.</summary>
    [Function("GetCatalog")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Catalog)] HttpRequest request) =>
        catalog.GetAsync(request);

    /// <summary><c>POST /api/catalog</c>.</summary>
    [Function("PostCatalog")]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Catalog)] HttpRequest request) =>
        catalog.PostAsync(request);
}
