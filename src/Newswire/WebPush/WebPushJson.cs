using System.Text.Json.Serialization;
using Newswire.Storage;

namespace Newswire.WebPush;

/// <summary>The stored form of what Web Push needs.</summary>
[JsonSerializable(typeof(StoredVapidKey))]
internal sealed partial class WebPushJson : JsonSerializerContext
{
    public static readonly WebPushJson Stored = new(StoredJson.Options());
}
