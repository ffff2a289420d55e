using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newswire.Storage;

/// <summary>The form in which Newswire stores JSON of its own.</summary>
internal static class StoredJson
{
    /// <summary>
    /// Members in camel case, absent values left out. Text stays readable: only what JSON itself demands is escaped, a
    /// line feed included. What is read must have every required member. A new object a call, since a serializer context
    /// takes it for its own.
    /// </summary>
    public static JsonSerializerOptions Options() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };
}
