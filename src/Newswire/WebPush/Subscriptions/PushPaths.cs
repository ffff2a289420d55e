using Newswire.Delivery;
using Newswire.Storage;

namespace Newswire.WebPush.Subscriptions;

/// <summary>Where push subscriptions are kept.</summary>
public static class PushPaths
{
    /// <summary>What every bucket's name begins with.</summary>
    public const string Prefix = "push/";

    private const string Extension = ".json";

    /// <summary>The bucket that an endpoint is in.</summary>
    public static ObjectPath BucketOf(string endpoint) => Path(NameOf(endpoint));

    /// <summary>The name of the bucket that an endpoint is in.</summary>
    public static string NameOf(string endpoint) => Bucket.Of(endpoint, PushBucket.Count);

    /// <summary>A bucket.</summary>
    public static ObjectPath Path(string bucket) => new(Containers.Subscriptions, $"{Prefix}{bucket}{Extension}");

    /// <summary>The bucket of an object that <see cref="IObjectStore.ListAsync"/> found.</summary>
    public static string Parse(string name) => name[Prefix.Length..^Extension.Length];
}
