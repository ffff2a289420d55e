using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newswire.CommandLine.Importing;

/// <summary>The JSON of an import's files, which people read too: only what JSON demands is escaped.</summary>
[JsonSerializable(typeof(Journal))]
[JsonSerializable(typeof(ReportLine))]
internal sealed partial class ImportJson : JsonSerializerContext
{
    public static readonly ImportJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    });
}
