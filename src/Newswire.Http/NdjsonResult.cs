using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Newswire.Http;

/// <summary>Writes one JSON value a line.</summary>
internal sealed class NdjsonResult<T>(int status, IReadOnlyList<T> lines, JsonTypeInfo<T> type, string? preferenceApplied)
    : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = type.Options.Encoder }))
        {
            foreach (var line in lines)
            {
                JsonSerializer.Serialize(writer, line, type);
                writer.Flush();
                body.Write("\n"u8);
                writer.Reset();
            }
        }

        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/x-ndjson; charset=utf-8";
        response.ContentLength = body.WrittenCount;
        response.Headers.CacheControl = "no-store";
        if (preferenceApplied is not null)
        {
            response.Headers["Preference-Applied"] = preferenceApplied;
        }

        return response.Body.WriteAsync(body.WrittenMemory, httpContext.RequestAborted).AsTask();
    }
}
