using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Newswire.Http;
using Newswire.Http.Partners;

namespace Newswire.Functions;

/// <summary>Partners' feeds, and what the newsroom sees of them. Keys are asked for behind the triggers.</summary>
public sealed class PartnerFeedTriggers(PartnerFeedsApi feeds, PartnerOutputApi output)
{
    /// <summary><c>GET /partners/{partner}/feeds/{feed}.{format}</c>.</summary>
    [Function("GetPartnerFeed")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.PartnerFeeds)] HttpRequest request, string partner) =>
        feeds.GetAsync(request, partner);

    /// <summary><c>GET /api/partners/{partner}/feeds/{feed}</c>.</summary>
    [Function("GetPartnerOutput")]
    public Task<IResult> GetOutputAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.PartnerOutput)] HttpRequest request, string partner) =>
        output.GetFeedAsync(request, partner);

    /// <summary><c>GET /api/partners/{partner}/articles/{id}</c>.</summary>
    [Function("GetPartnerPreview")]
    public Task<IResult> GetPreviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.PartnerPreview)] HttpRequest request,
        string partner,
        string id) =>
        output.GetArticleAsync(request, partner, id);
}
