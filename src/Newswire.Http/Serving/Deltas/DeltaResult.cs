using Microsoft.AspNetCore.Http;

namespace Newswire.Http.Serving.Deltas;

/// <summary>Answers GET and HEAD with a delta: 226 (RFC 3229 §10.4.1).</summary>
internal sealed class DeltaResult(Delta delta, DateTimeOffset now) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        var form = delta.Document.In(Conditions.Encoding(httpContext.Request.Headers));
        httpContext.Response.StatusCode = StatusCodes.Status226IMUsed;
        ServedDocuments.Count(StatusCodes.Status226IMUsed);
        headers["IM"] = "feed";
        headers["Delta-Base"] = $"\"{delta.BaseTag}\"";

        // RFC 3229 §10.8.2: only a cache that knows what a delta is may keep one.
        headers.CacheControl = "no-store, im";
        headers.Vary = "Accept-Encoding, A-IM, If-None-Match";
        DocumentContent.WriteValidators(headers, delta.Document, form, now);
        return DocumentContent.SendAsync(httpContext, delta.Document, form);
    }
}
