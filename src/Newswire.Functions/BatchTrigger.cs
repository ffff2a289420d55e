using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Newswire.Http;
using Newswire.Http.Ingest;

namespace Newswire.Functions;

/// <summary>Many articles at once. The publisher key is asked for behind the trigger.</summary>
public sealed class BatchTrigger(BatchApi batch)
{
    /// <summary><c>POST /api/articles</c>.</summary>
    [Function("PostArticles")]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Articles)] HttpRequest request) =>
        batch.PostAsync(request);
}
