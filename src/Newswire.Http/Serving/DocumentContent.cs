using Microsoft.AspNetCore.Http;
using Newswire.Formats.Html;

namespace Newswire.Http.Serving;

/// <summary>The parts of an answer that every answer with a document has.</summary>
internal static class DocumentContent
{
    /// <summary>What the client can ask with next time.</summary>
    public static void WriteValidators(IHeaderDictionary headers, Document document, Representation form, DateTimeOffset now)
    {
        headers.ETag = form.ETag;
        if (document.Facts.Modified <= now)
        {
            // RFC 9110 §8.8.2.1: never later than the Date of the answer.
            headers.LastModified = document.LastModified;
        }
    }

    /// <summary>The content and what is said of it; for HEAD only the latter.</summary>
    /// <param name="httpContext">The request.</param>
    /// <param name="document">The document.</param>
    /// <param name="form">The form of it to send.</param>
    /// <param name="isRaw">Whether it is sent as <see cref="RawFeed"/>.</param>
    public static Task SendAsync(HttpContext httpContext, Document document, Representation form, bool isRaw = false)
    {
        var response = httpContext.Response;
        response.ContentType = document.ContentType;
        response.ContentLength = form.Bytes.Length;
        if (form.ContentEncoding is not null)
        {
            response.Headers.ContentEncoding = form.ContentEncoding;
        }

        // RFC 9110 §14.3: a part asked for is answered with the whole.
        response.Headers.AcceptRanges = "none";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.AccessControlExposeHeaders = "ETag";
        if (document.Kind == DocumentKind.Page)
        {
            response.Headers.ContentSecurityPolicy = PageSecurity.ContentSecurityPolicy;
        }

        if (isRaw)
        {
            RawFeed.Describe(response);
        }

        return HttpMethods.IsHead(httpContext.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(form.Bytes, CancellationToken.None).AsTask();
    }
}
