using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Newswire.Http;
using Newswire.Http.Auditing;
using Newswire.Http.Newsroom;

namespace Newswire.Functions;

/// <summary>The newsroom's pages, and the audit log. Keys are asked for behind the triggers.</summary>
public sealed class NewsroomTriggers(NewsroomApi newsroom, AuditApi audit)
{
    /// <summary><c>GET /newsroom</c> and everything below it.</summary>
    [Function("GetNewsroom")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Newsroom)] HttpRequest request) =>
        newsroom.GetAsync(request);

    /// <summary><c>POST</c> of the newsroom's forms.</summary>
    [Function("PostNewsroom")]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Newsroom)] HttpRequest request) =>
        newsroom.PostAsync(request);

    /// <summary><c>GET /api/audit</c>.</summary>
    [Function("GetAudit")]
    public Task<IResult> GetAuditAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Audit)] HttpRequest request) =>
        audit.GetAsync(request);
}
