using System.Text.Json.Serialization;
using Newswire.Storage;

namespace Newswire.Partners.Webhooks;

/// <summary>The stored form of webhooks.</summary>
[JsonSerializable(typeof(Webhook))]
internal sealed partial class WebhookJson : JsonSerializerContext
{
    public static readonly WebhookJson Stored = new(StoredJson.Options());
}
