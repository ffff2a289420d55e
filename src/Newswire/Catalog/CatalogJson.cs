using System.Text.Json.Serialization;
using Newswire.Storage;

namespace Newswire.Catalog;

/// <summary>The written form of a change: one line of JSON.</summary>
[JsonSerializable(typeof(Change))]
internal sealed partial class CatalogJson : JsonSerializerContext
{
    public static readonly CatalogJson Line = new(StoredJson.Options());
}
