using Newswire.Delivery;
using Newswire.Storage;

namespace Newswire.WebSub;

/// <summary>Where subscriptions are kept.</summary>
public static class SubscriberPaths
{
    /// <summary>What every bucket's name begins with.</summary>
    public const string Prefix = "websub/";

    /// <summary>The bucket that a callback is in.</summary>
    public static ObjectPath BucketOf(Topic topic, string callback) =>
        Path(topic, Bucket.Of(callback, SubscriberBucket.Count));

    /// <summary>A bucket of a topic.</summary>
    public static ObjectPath Path(Topic topic, string bucket) =>
        new(Containers.Subscriptions, $"{Prefix}{topic}/{bucket}.json");

    /// <summary>The topic and bucket of an object that <see cref="IObjectStore.ListAsync"/> found.</summary>
    public static (Topic Topic, string Bucket) Parse(string name)
    {
        var slash = name.LastIndexOf('/');
        return (Topic.Parse(name[Prefix.Length..slash]), name[(slash + 1)..^".json".Length]);
    }
}
