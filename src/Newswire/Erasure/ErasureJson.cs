using System.Text.Json.Serialization;
using Newswire.Storage;

namespace Newswire.Erasure;

/// <summary>The stored form of erasures.</summary>
[JsonSerializable(typeof(PendingErasure))]
[JsonSerializable(typeof(ErasureReport))]
internal sealed partial class ErasureJson : JsonSerializerContext
{
    public static readonly ErasureJson Stored = new(StoredJson.Options());
}
