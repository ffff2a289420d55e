using Microsoft.AspNetCore.Http;

namespace Newswire.Http.Serving;

/// <summary>
/// Sends readers on for good (RFC 9110 §15.4.2), without the query: what they remember is the one address the document
/// has.
/// </summary>
/// <param name="location">The path, percent-encoded.</param>
/// <param name="cacheControl">How long they may remember it.</param>
internal sealed class MovedResult(string location, string cacheControl = CacheControl.Moved) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = StatusCodes.Status301MovedPermanently;
        response.Headers.Location = location;
        response.Headers.CacheControl = cacheControl;
        response.ContentLength = 0;
        return Task.CompletedTask;
    }
}
