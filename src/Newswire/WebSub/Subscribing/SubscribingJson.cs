using System.Text.Json.Serialization;
using Newswire.Storage;

namespace Newswire.WebSub.Subscribing;

/// <summary>The written form of what waits to be verified and of what each host has.</summary>
[JsonSerializable(typeof(SubscriptionRequest))]
[JsonSerializable(typeof(HostLedger))]
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
internal sealed partial class SubscribingJson : JsonSerializerContext
{
    public static readonly SubscribingJson Stored = new(StoredJson.Options());
}
