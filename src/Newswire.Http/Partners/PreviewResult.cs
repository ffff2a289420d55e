using System.Globalization;
using Microsoft.AspNetCore.Http;
using Newswire.Partners.Output;

namespace Newswire.Http.Partners;

/// <summary>Answers with what a partner would get, to the byte, and says beside it when readers do not see it yet.</summary>
internal sealed class PreviewResult(PartnerPreview.Given given) : IResult
{
    /// <summary>The header with the moment from which readers see the article, in RFC 3339; not sent when they do.</summary>
    public const string ShownFrom = "Newswire-Shown-From";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = given.Document.ContentType;
        response.ContentLength = given.Document.Bytes.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (given.From is { } from)
        {
            response.Headers[ShownFrom] = from.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        }

        return response.Body.WriteAsync(given.Document.Bytes, httpContext.RequestAborted).AsTask();
    }
}
