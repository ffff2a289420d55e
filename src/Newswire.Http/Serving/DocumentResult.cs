using Microsoft.AspNetCore.Http;

namespace Newswire.Http.Serving;

/// <summary>Answers GET and HEAD for a document: 200, 304 or 412, in the coding the client likes best.</summary>
/// <remarks>
/// What is for everybody varies by the coding alone. A reader that asks for a delta (RFC 3229) may be given the whole document as well, so
/// what a cache keeps of this is right for all, and deltas are kept by none that does not know them.
/// </remarks>
internal sealed class DocumentResult(Document document, DateTimeOffset now) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var request = httpContext.Request;
        var headers = httpContext.Response.Headers;
        var precondition = Conditions.Evaluate(request.Headers, document.Facts, now);
        if (document.Kind != DocumentKind.PartnerFeed)
        {
            // What partners take is counted at their door.
            ServedDocuments.Count(Status(precondition));
        }

        if (precondition == Precondition.Failed)
        {
            return Problem.OtherVersion.ToResult().ExecuteAsync(httpContext);
        }

        var form = document.In(Conditions.Encoding(request.Headers));
        headers.Vary = document.Kind == DocumentKind.PartnerFeed ? "Accept-Encoding, Authorization" : "Accept-Encoding";
        var isRaw = RawFeed.IsWanted(request.Headers, document);
        headers.CacheControl = isRaw ? RawFeed.CacheControl : CacheControl.Of(document.Kind, now - document.Facts.Modified);
        DocumentContent.WriteValidators(headers, document, form, now);
        if (precondition == Precondition.NotModified)
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        if (document.Links.Count > 0)
        {
            headers.Link = document.Links;
        }

        return DocumentContent.SendAsync(httpContext, document, form, isRaw);
    }

    private static int Status(Precondition precondition) => precondition switch
    {
        Precondition.Failed => StatusCodes.Status412PreconditionFailed,
        Precondition.NotModified => StatusCodes.Status304NotModified,
        _ => StatusCodes.Status200OK,
    };
}
