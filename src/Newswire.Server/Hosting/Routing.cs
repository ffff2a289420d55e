using Newswire.Http;
using Newswire.Http.Ingest;
using Newswire.Http.Serving;

namespace Newswire.Server.Hosting;

/// <summary>Maps the surface. A route binds, calls one method and returns; the Functions host has the same table.</summary>
internal static class Routing
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static void MapNewswire(this IEndpointRouteBuilder app)
    {
        app.MapMethods(Routes.Home, Read, (HttpRequest request, HomeApi home) => home.GetAsync(request));
        app.MapMethods(Routes.Feeds, Read, (HttpRequest request, FeedsApi feeds) => feeds.GetAsync(request));
        app.MapPut(Routes.Article, (HttpRequest request, string id, ArticlesApi articles) => articles.PutAsync(request, id));
        app.MapDelete(Routes.Article, (HttpRequest request, string id, ArticlesApi articles) => articles.DeleteAsync(request, id));
        app.MapGet(Routes.Article, (HttpRequest request, string id, ArticlesApi articles) => articles.GetAsync(request, id));
        app.MapPost(Routes.Articles, (HttpRequest request, BatchApi batch) => batch.PostAsync(request));
        app.MapPost(Routes.Pages, (HttpRequest request, PagesApi pages) => pages.PostAsync(request));
    }
}
