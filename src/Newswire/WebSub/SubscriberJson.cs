using System.Text.Json.Serialization;
using Newswire.Storage;

namespace Newswire.WebSub;

/// <summary>The written form of subscriptions.</summary>
[JsonSerializable(typeof(SubscriberBucket))]
internal sealed partial class SubscriberJson : JsonSerializerContext
{
    public static readonly SubscriberJson Stored = new(StoredJson.Options());
}
