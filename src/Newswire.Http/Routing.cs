using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Newswire.Http.Auditing;
using Newswire.Http.Connectors;
using Newswire.Http.Definitions;
using Newswire.Http.Export;
using Newswire.Http.Ingest;
using Newswire.Http.Newsroom;
using Newswire.Http.OpenApi;
using Newswire.Http.Operations;
using Newswire.Http.Partners;
using Newswire.Http.Push;
using Newswire.Http.Rebuilding;
using Newswire.Http.Serving;
using Newswire.Http.WebSub;

namespace Newswire.Http;

/// <summary>
/// Maps the surface for hosts that route by themselves. A route binds, calls one method and returns; the Functions host has
/// the same table.
/// </summary>
public static class Routing
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps every route of <see cref="Routes"/>.</summary>
    public static void MapNewswire(this IEndpointRouteBuilder app)
    {
        // Bound once: asking the request for a service opens a scope, which for a 304 is a good part of the work.
        var documents = app.ServiceProvider.GetRequiredService<DocumentsApi>();
        foreach (var template in Routes.Documents)
        {
            app.MapMethods(template, Read, (HttpRequest request) => documents.GetAsync(request));
        }

        app.MapMethods(Routes.PushWorker, Read, (HttpRequest request) => WorkerApi.Get(request));

        app.MapPut(Routes.Article, (HttpRequest request, string id, ArticlesApi articles) => articles.PutAsync(request, id));
        app.MapDelete(Routes.Article, (HttpRequest request, string id, ArticlesApi articles) => articles.DeleteAsync(request, id));
        app.MapGet(Routes.Article, (HttpRequest request, string id, ArticlesApi articles) => articles.GetAsync(request, id));
        app.MapPost(Routes.Erasure, (HttpRequest request, string id, ErasureApi erasures) => erasures.PostAsync(request, id));
        app.MapGet(Routes.Erasure, (HttpRequest request, string id, ErasureApi erasures) => erasures.GetAsync(request, id));
        app.MapPost(Routes.Articles, (HttpRequest request, BatchApi batch) => batch.PostAsync(request));
        app.MapPost(Routes.Pages, (HttpRequest request, PagesApi pages) => pages.PostAsync(request));
        app.MapPut(Routes.Definitions, (HttpRequest request, DefinitionsApi definitions) => definitions.PutAsync(request));
        app.MapDelete(Routes.Definitions, (HttpRequest request, DefinitionsApi definitions) => definitions.DeleteAsync(request));
        app.MapGet(Routes.Definitions, (HttpRequest request, DefinitionsApi definitions) => definitions.GetAsync(request));
        app.MapGet(Routes.Catalog, (HttpRequest request, CatalogApi catalog) => catalog.GetAsync(request));
        app.MapPost(Routes.Catalog, (HttpRequest request, CatalogApi catalog) => catalog.PostAsync(request));
        app.MapPut(Routes.Partners, (HttpRequest request, PartnersApi partners) => partners.PutFileAsync(request));
        app.MapPost(Routes.Rebuild, (HttpRequest request, RebuildApi rebuild) => rebuild.PostAsync(request));
        app.MapGet(Routes.Rebuild, (HttpRequest request, RebuildApi rebuild) => rebuild.GetAsync(request));
        app.MapDelete(Routes.Rebuild, (HttpRequest request, RebuildApi rebuild) => rebuild.DeleteAsync(request));
        app.MapGet(Routes.Connectors, (HttpRequest request, ConnectorsApi connectors) => connectors.ListAsync(request));
        app.MapGet(Routes.Connector, (HttpRequest request, string connector, ConnectorsApi connectors) => connectors.GetAsync(request, connector));
        app.MapPut(Routes.Connector, (HttpRequest request, string connector, ConnectorsApi connectors) => connectors.PutAsync(request, connector));
        app.MapDelete(Routes.Connector, (HttpRequest request, string connector, ConnectorsApi connectors) => connectors.DeleteAsync(request, connector));
        app.MapPost(Routes.ConnectorEvents, (HttpRequest request, string connector, ConnectorEventsApi events) => events.PostAsync(request, connector));
        app.MapGet(Routes.Partners, (HttpRequest request, PartnersApi partners) => partners.ListAsync(request));
        app.MapGet(Routes.Partner, (HttpRequest request, string partner, PartnersApi partners) => partners.GetAsync(request, partner));
        app.MapPut(Routes.Partner, (HttpRequest request, string partner, PartnersApi partners) => partners.PutAsync(request, partner));
        app.MapDelete(Routes.Partner, (HttpRequest request, string partner, PartnersApi partners) => partners.DeleteAsync(request, partner));
        app.MapPost(Routes.PartnerKeys, (HttpRequest request, string partner, PartnersApi partners) => partners.PostKeyAsync(request, partner));
        app.MapDelete(Routes.PartnerKey, (HttpRequest request, string partner, string key, PartnersApi partners) => partners.DeleteKeyAsync(request, partner, key));
        app.MapGet(Routes.PartnerWebhook, (HttpRequest request, string partner, WebhooksApi webhooks) => webhooks.GetAsync(request, partner));
        app.MapPut(Routes.PartnerWebhook, (HttpRequest request, string partner, WebhooksApi webhooks) => webhooks.PutAsync(request, partner));
        app.MapDelete(Routes.PartnerWebhook, (HttpRequest request, string partner, WebhooksApi webhooks) => webhooks.DeleteAsync(request, partner));
        app.MapPost(Routes.PartnerWebhookSecrets, (HttpRequest request, string partner, WebhooksApi webhooks) => webhooks.PostSecretAsync(request, partner));
        app.MapDelete(Routes.PartnerWebhookSecret, (HttpRequest request, string partner, string secret, WebhooksApi webhooks) => webhooks.DeleteSecretAsync(request, partner, secret));
        app.MapPost(Routes.PartnerWebhookDead, (HttpRequest request, string partner, string letter, WebhooksApi webhooks) => webhooks.PostDeadAsync(request, partner, letter));
        app.MapPost(Routes.PartnerWebhookPing, (HttpRequest request, string partner, WebhooksApi webhooks) => webhooks.PostPingAsync(request, partner));
        app.MapGet(Routes.PartnerUsage, (HttpRequest request, string partner, PartnerUsageApi usage) => usage.GetAsync(request, partner));
        app.MapMethods(Routes.PartnerHome, Read, (HttpRequest request, string partner, PartnerHomeApi home) => home.GetAsync(request, partner));
        app.MapMethods(Routes.PartnerFeeds, Read, (HttpRequest request, string partner, PartnerFeedsApi feeds) => feeds.GetAsync(request, partner));
        app.MapGet(Routes.PartnerOutput, (HttpRequest request, string partner, PartnerOutputApi output) => output.GetFeedAsync(request, partner));
        app.MapGet(Routes.PartnerPreview, (HttpRequest request, string partner, string id, PartnerOutputApi output) => output.GetArticleAsync(request, partner, id));
        app.MapMethods(Routes.Newsroom, Read, (HttpRequest request, NewsroomApi newsroom) => newsroom.GetAsync(request));
        app.MapPost(Routes.Newsroom, (HttpRequest request, NewsroomApi newsroom) => newsroom.PostAsync(request));
        app.MapGet(Routes.Audit, (HttpRequest request, AuditApi audit) => audit.GetAsync(request));
        app.MapMethods(Routes.PartnerChanges, Read, (HttpRequest request, string partner, ChangesApi changes) => changes.GetAsync(request, partner));
        app.MapMethods(Routes.PushKey, Read, (HttpRequest request, PushApi push) => push.GetKeyAsync(request));
        app.MapPost(Routes.PushSubscriptions, (HttpRequest request, PushApi push) => push.SubscribeAsync(request));
        app.MapDelete(Routes.PushSubscriptions, (HttpRequest request, PushApi push) => push.UnsubscribeAsync(request));
        app.MapMethods(Routes.OpenApi, Read, (HttpRequest request, DescriptionApi description) => description.GetDocument(request));
        app.MapMethods(Routes.Developers, Read, (HttpRequest request, DescriptionApi description) => description.GetPage(request));
        app.MapPost(Routes.Hub, (HttpRequest request, HubApi hub) => hub.PostAsync(request));
        app.MapMethods(Routes.Hub, Read, HubApi.Get);

        app.MapMethods(Routes.Live, Read, HealthApi.GetLive);
        app.MapMethods(Routes.Ready, Read, (HttpRequest request, HealthApi health) => health.GetReadyAsync(request));
        app.MapGet(Routes.History, (HttpRequest request, HistoryApi history) => history.GetAsync(request));
        app.MapGet(Routes.Readers, (HttpRequest request, ReadersApi readers) => readers.GetAsync(request));
    }
}
