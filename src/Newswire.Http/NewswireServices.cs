using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Newswire.Articles.PictureFacts;
using Newswire.Articles.Submissions;
using Newswire.Catalog;
using Newswire.Counting;
using Newswire.Delivery;
using Newswire.Erasure;
using Newswire.Feeds;
using Newswire.Feeds.Definitions;
using Newswire.Formats;
using Newswire.Formats.Atom;
using Newswire.Formats.JsonFeed;
using Newswire.Formats.Rss;
using Newswire.Http.Connectors;
using Newswire.Http.Definitions;
using Newswire.Http.Export;
using Newswire.Http.Ingest;
using Newswire.Http.Newsroom;
using Newswire.Http.OpenApi;
using Newswire.Http.Operations;
using Newswire.Http.Partners;
using Newswire.Http.Push;
using Newswire.Http.Serving;
using Newswire.Http.Serving.Addresses;
using Newswire.Http.Serving.Deltas;
using Newswire.Http.WebSub;
using Newswire.Keys;
using Newswire.Operations.Readers;
using Newswire.Partners;
using Newswire.Partners.Changes;
using Newswire.Partners.Quotas;
using Newswire.Partners.Usage;
using Newswire.Partners.Webhooks;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.WebPush;
using Newswire.WebPush.Notifying;
using Newswire.WebPush.Subscriptions;
using Newswire.WebSub;
using Newswire.WebSub.Announcing;
using Newswire.WebSub.Distributing;
using Newswire.WebSub.Subscribing;

namespace Newswire.Http;

/// <summary>The composition both hosts share. The ports to storage are registered apart.</summary>
public static class NewswireServices
{
    /// <summary>
    /// Registers the domain and the surface, configured from section <c>Publication</c>. The ports to storage come before.
    /// </summary>
    public static IServiceCollection AddNewswire(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        var publication = PublicationSettings.Read(configuration);
        services.AddSingleton(publication);
        services.AddSingleton(PictureSettings.Read(configuration));
        services.AddSingleton(PushSettings.Read(configuration, publication));
        services.AddSingleton(SubscriptionSettings.Read(configuration));
        services.AddSingleton(HubSettings.Read(configuration));
        services.AddSingleton(WebhookSettings.Read(configuration));

        // Kestrel answers in both hosts, and by itself refuses what is larger than 30 MB: less than a batch may have.
        services.Configure<KestrelServerOptions>(kestrel =>
            kestrel.Limits.MaxRequestBodySize = SubmissionLimits.MaxBatchBytes + 1024);

        services.AddSingleton(new CatalogOptions());
        services.AddSingleton(new ProjectionOptions());

        services.AddSingleton<CatalogWriter>();
        services.AddSingleton<CatalogReader>();
        services.AddSingleton<CatalogEraser>();
        services.AddSingleton<EraseWork>();
        services.AddSingleton<Intake>();
        services.AddSingleton<PublisherKeys>();
        services.AddSingleton<IPictureProbe>(provider => new HttpPictureProbe(
            provider.GetRequiredService<PictureProbeOptions>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<PictureFinder>();

        services.AddSingleton<VapidKeys>();
        services.AddSingleton<VapidTokens>();
        services.AddSingleton<KnownPushServices>();
        services.AddSingleton<IPushSender>(provider => new HttpPushSender(
            provider.GetRequiredService<PushOptions>(),
            provider.GetRequiredService<KnownPushServices>(),
            provider.GetRequiredService<VapidTokens>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<HttpPushSender>>()));
        services.AddSingleton<PushSubscriptions>();
        services.AddSingleton<IPassFollower, PushFollower>();
        services.AddSingleton<Announcements>();
        services.AddSingleton<Notifier>();
        services.AddSingleton<PushDelivery>();
        services.AddSingleton<IHousekeeping, PushHousekeeping>();
        services.AddSingleton(provider => new PushApi(
            provider.GetRequiredService<PushSubscriptions>(),
            provider.GetRequiredService<VapidKeys>(),
            provider.GetRequiredService<KnownPushServices>(),
            provider.GetRequiredService<FeedNames>(),
            provider.GetRequiredService<PushOptions>(),
            provider.GetRequiredService<SubscriptionOptions>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<PushApi>>()));

        services.AddSingleton<IFeedFormat, RssFormat>();
        services.AddSingleton<IFeedFormat, AtomFormat>();
        services.AddSingleton<IFeedFormat, JsonFeedFormat>();
        services.AddGenerations();
        services.AddSingleton<Sweep>();
        services.AddSingleton<ArticleViews>();
        services.AddSingleton<FeedsInForce>();
        services.AddSingleton<DefinitionIntake>();

        services.AddSingleton<DocumentCache>();
        services.AddSingleton<IDocumentListener>(provider => provider.GetRequiredService<DocumentCache>());
        services.AddSingleton<FeedNames>();
        services.AddSingleton<IDocumentListener>(provider => provider.GetRequiredService<FeedNames>());
        services.AddSingleton<AddressBook>();
        services.AddSingleton<EmptyPublication>();
        services.AddSingleton<FeedDeltas>();
        services.AddSingleton<PublisherDoor>();
        services.AddSingleton<CarryingFeeds>();
        services.AddSingleton<ChangeAnswers>();

        services.AddSingleton(provider => new ArticlesApi(
            provider.GetRequiredService<PublisherDoor>(),
            provider.GetRequiredService<PictureFinder>(),
            provider.GetRequiredService<Intake>(),
            provider.GetRequiredService<ArticleActs>(),
            provider.GetRequiredService<ChangeAnswers>(),
            provider.GetRequiredService<ArticleViews>(),
            provider.GetRequiredService<CarryingFeeds>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ArticleActs>();
        services.AddSingleton(provider => new ErasureApi(
            provider.GetRequiredService<PublisherDoor>(),
            provider.GetRequiredService<ArticleActs>(),
            provider.GetRequiredService<EraseWork>(),
            provider.GetRequiredService<CatalogEraser>()));
        services.AddSingleton(provider => new BatchApi(
            provider.GetRequiredService<PublisherDoor>(),
            provider.GetRequiredService<PictureFinder>(),
            provider.GetRequiredService<Intake>(),
            provider.GetRequiredService<ChangeAnswers>()));
        services.AddSingleton(provider => new PagesApi(
            provider.GetRequiredService<PublisherDoor>(),
            provider.GetRequiredService<PictureFinder>(),
            provider.GetRequiredService<Intake>(),
            provider.GetRequiredService<ChangeAnswers>()));
        services.AddExport();
        services.AddSingleton<FeedFile>();
        services.AddSingleton<PartnerFile>();
        services.AddConnectors();
        services.AddSingleton<FeedAnswers>();
        services.AddSingleton(provider => new DefinitionsApi(
            provider.GetRequiredService<PublisherDoor>(),
            provider.GetRequiredService<DefinitionIntake>(),
            provider.GetRequiredService<FeedFile>(),
            provider.GetRequiredService<FeedsInForce>(),
            provider.GetRequiredService<FeedAnswers>(),
            provider.GetRequiredService<ChangeAnswers>()));
        services.AddSingleton<PartnerRecords>();
        services.AddSingleton<PartnerIntake>();
        services.AddSingleton<PartnerDoor>();
        services.AddSingleton(UsageSettings.Read(configuration));
        services.AddSingleton(CountingProcess.New());
        services.AddSingleton<QuotaMeter>();
        services.AddSingleton<UsageBook>();
        services.AddSingleton<UsageReports>();
        services.AddSingleton<IHousekeeping, UsageHousekeeping>();
        services.AddSingleton(provider => new PartnerUsageApi(
            provider.GetRequiredService<PublisherDoor>(),
            provider.GetRequiredService<PartnerRecords>(),
            provider.GetRequiredService<UsageReports>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddNewsroom(configuration);
        services.AddSingleton<IHostedService>(provider => Regularly(
            provider, "Exchanging quotas", QuotaMeter.Interval, provider.GetRequiredService<QuotaMeter>().ExchangeAsync));
        services.AddSingleton<IHostedService>(provider => Regularly(
            provider, "Writing down usage", UsageBook.Interval, provider.GetRequiredService<UsageBook>().FlushAsync));
        services.AddSingleton<PartnerStreams>();
        services.AddSingleton<PartnerChanges>();
        services.AddSingleton<OpenRequests>();
        services.AddSingleton<IHousekeeping, PartnerHousekeeping>();
        services.AddSingleton(provider => new ChangesApi(
            provider.GetRequiredService<PartnerDoor>(),
            provider.GetRequiredService<PartnerChanges>(),
            provider.GetRequiredService<OpenRequests>(),
            provider.GetRequiredService<Publication>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new PartnersApi(
            provider.GetRequiredService<PublisherDoor>(),
            provider.GetRequiredService<PartnerRecords>(),
            provider.GetRequiredService<PartnerIntake>(),
            provider.GetRequiredService<PartnerFile>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<WebhookRecords>();
        services.AddSingleton<WebhookNews>();
        services.AddSingleton(provider => new WebhookClient(
            provider.GetRequiredService<WebhookOptions>(),
            provider.GetRequiredService<Publication>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IWebhookSender, HttpWebhookSender>();
        services.AddSingleton<IPassFollower, WebhookFollower>();
        services.AddSingleton<WebhookDistribution>();
        services.AddSingleton<WebhookDelivery>();
        services.AddSingleton<WebhookPing>();
        services.AddSingleton<IHousekeeping, WebhookHousekeeping>();
        services.AddSingleton(provider => new WebhooksApi(
            provider.GetRequiredService<PublisherDoor>(),
            provider.GetRequiredService<PartnerRecords>(),
            provider.GetRequiredService<WebhookRecords>(),
            provider.GetRequiredService<WebhookNews>(),
            provider.GetRequiredService<WebhookPing>(),
            provider.GetRequiredService<IMessageQueues>(),
            provider.GetRequiredService<WebhookOptions>()));
        services.AddSingleton(provider => new PartnerHomeApi(
            provider.GetRequiredService<PartnerDoor>(),
            provider.GetRequiredService<FeedNames>(),
            provider.GetRequiredService<Publication>()));
        services.AddSingleton<FeedContents>();
        services.AddSingleton<PartnerDocuments>();
        services.AddSingleton(provider => new PartnerFeedsApi(
            provider.GetRequiredService<PartnerDoor>(),
            provider.GetRequiredService<FeedNames>(),
            provider.GetRequiredService<PartnerDocuments>(),
            provider.GetRequiredService<Publication>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new PartnerOutputApi(
            provider.GetRequiredService<PublisherDoor>(),
            provider.GetRequiredService<PartnerRecords>(),
            provider.GetRequiredService<FeedsInForce>(),
            provider.GetRequiredService<FeedContents>(),
            provider.GetRequiredService<ArticleViews>(),
            provider.GetRequiredService<Publication>(),
            provider.GetRequiredService<TimeProvider>()));

        services.AddSingleton(provider => new HubClient(
            provider.GetRequiredService<HubOptions>(),
            provider.GetRequiredService<Publication>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<HubDenial>();
        services.AddSingleton<HostLedgers>();
        services.AddSingleton<SubscriptionIntake>();
        services.AddSingleton<Verification>();
        services.AddSingleton<IHousekeeping, HubHousekeeping>();
        services.AddSingleton<Housekeeping>();
        services.AddSingleton<TopicAddresses>();
        services.AddSingleton(provider => new HubApi(
            provider.GetRequiredService<TopicAddresses>(),
            provider.GetRequiredService<SubscriptionIntake>(),
            provider.GetRequiredService<Publication>(),
            provider.GetRequiredService<HubOptions>(),
            provider.GetRequiredService<ILogger<HubApi>>()));

        services.AddSingleton<IPassFollower, HubFollower>();
        services.AddSingleton<Distribution>();
        services.AddSingleton<TopicDocuments>();
        services.AddSingleton<IDocumentSender, HttpDocumentSender>();
        services.AddSingleton<DeliveryPlaces>();
        services.AddSingleton<Departure>();
        services.AddSingleton<BucketDelivery>();
        services.AddSingleton<Announcer>();
        services.AddDescription();

        services.AddSingleton(provider => new DocumentsApi(
            provider.GetRequiredService<DocumentCache>(),
            provider.GetRequiredService<AddressBook>(),
            provider.GetRequiredService<EmptyPublication>(),
            provider.GetRequiredService<FeedDeltas>(),
            provider.GetRequiredService<ReaderBook>(),
            provider.GetRequiredService<Publication>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DocumentsApi>>()));
        services.AddOperations(configuration);
        return services;
    }

    /// <summary>What every process does for itself at an interval.</summary>
    internal static RegularWork Regularly(
        IServiceProvider provider, string name, TimeSpan interval, Func<CancellationToken, Task> work, bool onceMore = true) =>
        new RegularWork(
            name,
            interval,
            work,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<RegularWork>>(),
            onceMore);
}
