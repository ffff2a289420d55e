using System.Text.Json.Serialization;
using Newswire.Storage;

namespace Newswire.WebPush.Subscriptions;

/// <summary>The written form of push subscriptions.</summary>
[JsonSerializable(typeof(PushBucket))]
internal sealed partial class SubscriptionJson : JsonSerializerContext
{
    public static readonly SubscriptionJson Stored = new(StoredJson.Options());
}
