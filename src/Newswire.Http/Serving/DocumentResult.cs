using Microsoft.AspNetCore.Http;

namespace Newswire.Http.Serving;

/// <summary>Answers GET and HEAD for a document: 200 or 304, in the coding the client likes best.</summary>
internal sealed class DocumentResult(Document document, string cacheControl, DateTimeOffset now) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var request = httpContext.Request;
        var response = httpContext.Response;
        var form = document.In(Conditions.Encoding(request.Headers));
        response.Headers.ETag = form.ETag;
        response.Headers.Vary = "Accept-Encoding";
        response.Headers.CacheControl = cacheControl;
        if (document.Facts.Modified <= now)
        {
            // RFC 9110 §8.8.2.1: never later than the Date of the answer.
            response.Headers.LastModified = document.LastModified;
        }

        if (Conditions.IsNotModified(request.Headers, document.Facts, now))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = document.ContentType;
        response.ContentLength = form.Bytes.Length;
        if (form.ContentEncoding is not null)
        {
            response.Headers.ContentEncoding = form.ContentEncoding;
        }

        return HttpMethods.IsHead(request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(form.Bytes, CancellationToken.None).AsTask();
    }
}
