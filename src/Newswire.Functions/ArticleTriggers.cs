using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Newswire.Http;
using Newswire.Http.Ingest;

namespace Newswire.Functions;

/// <summary>Articles one by one. The publisher key is asked for behind the trigger, as in the other host.</summary>
public sealed class ArticleTriggers(ArticlesApi articles)
{
    /// <summary><c>PUT /api/articles/{id}</c>.</summary>
    [Function("PutArticle")]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.Article)] HttpRequest request, string id) =>
        articles.PutAsync(request, id);

    /// <summary><c>DELETE /api/articles/{id}</c>.</summary>
    [Function("DeleteArticle")]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.Article)] HttpRequest request, string id) =>
        articles.DeleteAsync(request, id);

    /// <summary><c>GET /api/articles/{id}</c>.</summary>
    [Function("GetArticle")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Article)] HttpRequest request, string id) =>
        articles.GetAsync(request, id);
}
