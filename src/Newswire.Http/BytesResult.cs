using Microsoft.AspNetCore.Http;

namespace Newswire.Http;

/// <summary>Writes an answer that is bytes already, for nobody to keep.</summary>
internal sealed class BytesResult(string contentType, ReadOnlyMemory<byte> bytes) : IResult
{
    /// <summary>Headers to send with it.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = "no-store";
        foreach (var (name, text) in Headers)
        {
            response.Headers[name] = text;
        }

        return HttpMethods.IsHead(httpContext.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}
