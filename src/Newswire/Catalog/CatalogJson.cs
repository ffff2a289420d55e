using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newswire.Catalog;

/// <summary>The written form of a change: one line of JSON, members in camel case, absent values left out.</summary>
[JsonSerializable(typeof(Change))]
internal sealed partial class CatalogJson : JsonSerializerContext
{
    /// <summary>Text stays readable: only what JSON itself demands is escaped, a line feed included.</summary>
    public static readonly CatalogJson Line = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    });
}
