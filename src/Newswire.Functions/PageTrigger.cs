using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Newswire.Http;
using Newswire.Http.Ingest;

namespace Newswire.Functions;

/// <summary>Articles from their published pages. The publisher key is asked for behind the trigger.</summary>
public sealed class PageTrigger(PagesApi pages)
{
    /// <summary><c>POST /api/pages</c>.</summary>
    [Function("PostPage")]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Pages)] HttpRequest request) =>
        pages.PostAsync(request);
}
