using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Newswire.AzureStorage;
using Newswire.Http;
using Newswire.Http.Rebuilding;
using Newswire.Projection.Generations;
using Newswire.Storage;

namespace Newswire.Functions;

/// <summary>Makes the projection anew beside the one that is served. The publisher key is asked for behind the trigger.</summary>
public sealed class RebuildTriggers(RebuildApi api, Rebuild rebuild)
{
    /// <summary><c>POST /api/rebuild</c>.</summary>
    [Function("PostRebuild")]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Rebuild)] HttpRequest request) =>
        api.PostAsync(request);

    /// <summary><c>GET /api/rebuild</c>.</summary>
    [Function("GetRebuild")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Rebuild)] HttpRequest request) =>
        api.GetAsync(request);

    /// <summary><c>DELETE /api/rebuild</c>.</summary>
    [Function("DeleteRebuild")]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.Rebuild)] HttpRequest request) =>
        api.DeleteAsync(request);

    /// <summary>Goes on with it for some minutes; returns when somebody else has a message to go on, or it is done.</summary>
    /// <param name="number">What is being built; for the log only.</param>
    /// <param name="cancellationToken">The instance shuts down, or the function's time is over.</param>
    [Function("Rebuild")]
    public Task WorkAsync(
        [QueueTrigger(QueueNames.Rebuild, Connection = StorageOptions.HostConnection)] string number,
        CancellationToken cancellationToken) =>
        TracedMessage.HandleAsync(QueueNames.Rebuild, number, (_, cancelled) => rebuild.WorkAsync(cancelled), cancellationToken);
}
