using System.Text.Json.Serialization;
using Newswire.Storage;

namespace Newswire.Partners.Quotas;

/// <summary>The stored form of what counts against quotas.</summary>
[JsonSerializable(typeof(SharedCounts))]
internal sealed partial class QuotaJson : JsonSerializerContext
{
    public static readonly QuotaJson Stored = new(StoredJson.Options());
}
