using Newswire.Partners.Webhooks;
using Newswire.Projection;
using Newswire.Projection.Generations;
using Newswire.Storage;
using Newswire.WebPush.Notifying;
using Newswire.WebSub.Announcing;
using Newswire.WebSub.Distributing;
using Newswire.WebSub.Subscribing;

namespace Newswire.Server.Hosting;

/// <summary>What is done with the messages of a queue.</summary>
/// <param name="Queue">The queue's name.</param>
/// <param name="HandleAsync">Handles one message; throwing lets it come back.</param>
internal sealed record QueueWork(string Queue, Func<IServiceProvider, string, CancellationToken, Task> HandleAsync)
{
    /// <summary>Every queue the server listens to; the Functions host has the same table.</summary>
    public static readonly IReadOnlyList<QueueWork> All =
    [
        new(QueueNames.CatalogChanged, (services, _, cancellationToken) =>
            services.GetRequiredService<ProjectionRunner>().CatchUpAsync(cancellationToken)),
        new(QueueNames.Rebuild, (services, _, cancellationToken) =>
            services.GetRequiredService<Rebuild>().WorkAsync(cancellationToken)),
        new(QueueNames.PushNotify, (services, message, cancellationToken) =>
            services.GetRequiredService<Notifier>().RunAsync(message, cancellationToken)),
        new(QueueNames.PushDeliver, (services, message, cancellationToken) =>
            services.GetRequiredService<PushDelivery>().RunAsync(message, cancellationToken)),
        new(QueueNames.WebSubVerify, (services, id, cancellationToken) =>
            services.GetRequiredService<Verification>().VerifyAsync(id, cancellationToken)),
        new(QueueNames.WebSubDistribute, (services, feeds, cancellationToken) =>
            services.GetRequiredService<Distribution>().DistributeAsync(feeds, cancellationToken)),
        new(QueueNames.WebSubDeliver, (services, bucket, cancellationToken) =>
            services.GetRequiredService<BucketDelivery>().DeliverAsync(bucket, cancellationToken)),
        new(QueueNames.WebSubRetry, (services, bucket, cancellationToken) =>
            services.GetRequiredService<BucketDelivery>().RetryAsync(bucket, cancellationToken)),
        new(QueueNames.WebSubAnnounce, (services, topics, cancellationToken) =>
            services.GetRequiredService<Announcer>().AnnounceAsync(topics, cancellationToken)),
        new(QueueNames.WebhookDistribute, (services, partners, cancellationToken) =>
            services.GetRequiredService<WebhookDistribution>().DistributeAsync(partners, cancellationToken)),
        new(QueueNames.WebhookDeliver, (services, partner, cancellationToken) =>
            services.GetRequiredService<WebhookDelivery>().DeliverAsync(partner, cancellationToken)),
        new(QueueNames.WebhookRetry, (services, partner, cancellationToken) =>
            services.GetRequiredService<WebhookDelivery>().RetryAsync(partner, cancellationToken)),
    ];
}
