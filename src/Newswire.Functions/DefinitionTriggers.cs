using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Newswire.Http;
using Newswire.Http.Definitions;

namespace Newswire.Functions;

/// <summary>What feeds there are and what they carry. The publisher key is asked for behind the trigger.</summary>
public sealed class DefinitionTriggers(DefinitionsApi definitions)
{
    /// <summary><c>PUT /api/feeds/{name}</c>.</summary>
    [Function("PutFeedDefinition")]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.Definitions)] HttpRequest request) =>
        definitions.PutAsync(request);

    /// <summary><c>DELETE /api/feeds/{name}</c>.</summary>
    [Function("DeleteFeedDefinition")]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.Definitions)] HttpRequest request) =>
        definitions.DeleteAsync(request);

    /// <summary><c>GET /api/feeds</c> and <c>GET /api/feeds/{name}</c>.</summary>
    [Function("GetFeedDefinition")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Definitions)] HttpRequest request) =>
        definitions.GetAsync(request);
}
