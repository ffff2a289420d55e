using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Newswire.Http;
using Newswire.Http.Serving;

namespace Newswire.Functions;

/// <summary>The public documents. A trigger that names GET alone would answer HEAD with 404.</summary>
public sealed class DocumentTriggers(DocumentsApi documents)
{
    /// <summary><c>GET /</c>. Needs the app setting <c>AzureWebJobsDisableHomepage=true</c>.</summary>
    [Function("GetHome")]
    public Task<IResult> GetHomeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Home)] HttpRequest request) =>
        documents.GetAsync(request);

    /// <summary><c>GET /feeds/{feed}.{format}</c>, and everything else below <c>/feeds</c>.</summary>
    [Function("GetFeed")]
    public Task<IResult> GetFeedAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Feeds)] HttpRequest request) =>
        documents.GetAsync(request);

    /// <summary><c>GET /opml.xml</c>.</summary>
    [Function("GetOpml")]
    public Task<IResult> GetOpmlAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Opml)] HttpRequest request) =>
        documents.GetAsync(request);

    /// <summary><c>GET /robots.txt</c>.</summary>
    [Function("GetRobots")]
    public Task<IResult> GetRobotsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Robots)] HttpRequest request) =>
        documents.GetAsync(request);

    /// <summary><c>GET /sitemap.xml</c>.</summary>
    [Function("GetSitemapIndex")]
    public Task<IResult> GetSitemapIndexAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.SitemapIndex)] HttpRequest request) =>
        documents.GetAsync(request);

    /// <summary><c>GET /manifest.webmanifest</c>.</summary>
    [Function("GetManifest")]
    public Task<IResult> GetManifestAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Manifest)] HttpRequest request) =>
        documents.GetAsync(request);

    /// <summary><c>GET /sitemaps/news-{number}.xml</c>.</summary>
    [Function("GetSitemap")]
    public Task<IResult> GetSitemapAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Sitemaps)] HttpRequest request) =>
        documents.GetAsync(request);
}
