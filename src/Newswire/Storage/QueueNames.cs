namespace Newswire.Storage;

/// <summary>The queues; both hosts listen to them under these names. A failed message ends in <c>{queue}-poison</c>.</summary>
public static class QueueNames
{
    /// <summary>"The catalog has grown": wakes the projection. The message is a position, for the log only.</summary>
    public const string CatalogChanged = "catalog-changed";

    /// <summary>"A projection is being built": goes on with it. The message is its number, for the log only.</summary>
    public const string Rebuild = "rebuild";

    /// <summary>"These feeds have changed": the names of feeds, one a line.</summary>
    public const string WebSubDistribute = "websub-distribute";

    /// <summary>"These subscribers may lack the newest document": a bucket of a topic.</summary>
    public const string WebSubDeliver = "websub-deliver";

    /// <summary>The same for those that failed or were slow before, so that they hold up nobody else.</summary>
    public const string WebSubRetry = "websub-retry";

    /// <summary>"Ask this subscriber whether it meant it": the id of a request.</summary>
    public const string WebSubVerify = "websub-verify";

    /// <summary>"Tell this outside hub": its address and the names of feeds.</summary>
    public const string WebSubAnnounce = "websub-announce";

    /// <summary>"Readers may have to be told of these articles": their ids, one a line.</summary>
    public const string PushNotify = "push-notify";

    /// <summary>"Tell the readers of this bucket": the bucket, and the articles there may be news of.</summary>
    public const string PushDeliver = "push-deliver";

    /// <summary>"These partners have something to be told": their names, one a line.</summary>
    public const string WebhookDistribute = "webhook-distribute";

    /// <summary>"This partner may have something to be told": its name.</summary>
    public const string WebhookDeliver = "webhook-deliver";

    /// <summary>The same for those that failed or were slow before, so that they hold up nobody else.</summary>
    public const string WebhookRetry = "webhook-retry";

    /// <summary>Every queue; each has a poison queue besides.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        CatalogChanged,
        WebSubDistribute,
        WebSubDeliver,
        WebSubRetry,
        WebSubVerify,
        WebSubAnnounce,
        PushNotify,
        PushDeliver,
        WebhookDistribute,
        WebhookDeliver,
        WebhookRetry,
        Rebuild,
    ];

    /// <summary>Where messages of a queue end that could not be handled.</summary>
    public static string PoisonOf(string queue) => $"{queue}-poison";
}
