using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Newswire.Http;
using Newswire.Http.Serving;

namespace Newswire.Functions;

/// <summary>The documents of the feeds. A trigger that names GET alone would answer HEAD with 404.</summary>
public sealed class FeedTrigger(FeedsApi feeds)
{
    /// <summary><c>GET /feeds/{feed}.{format}</c>.</summary>
    [Function("GetFeed")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Feeds)] HttpRequest request) =>
        feeds.GetAsync(request);
}
