using Microsoft.AspNetCore.Http;

namespace Newswire.Http;

/// <summary>What a request gets that no route takes.</summary>
public static class Unmatched
{
    /// <summary>Writes the status of the response as a problem document, for 404 and 405.</summary>
    public static Task WriteAsync(HttpContext context) =>
        Problem.Unmatched(context.Response.StatusCode).ToResult().ExecuteAsync(context);
}
