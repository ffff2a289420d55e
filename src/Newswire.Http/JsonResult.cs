using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Newswire.Http;

/// <summary>Writes an answer as JSON, written out first so that its length is known.</summary>
internal sealed class JsonResult<T>(int status, T value, JsonTypeInfo<T> type) : IResult, IStatusCodeHttpResult
{
    /// <summary>Headers to send with it.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public int? StatusCode => status;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        foreach (var (name, text) in Headers)
        {
            response.Headers[name] = text;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(value, type);
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(httpContext.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
