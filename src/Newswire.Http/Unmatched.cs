using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Newswire.Http.Serving;

namespace Newswire.Http;

/// <summary>What a request gets that no route takes.</summary>
public static class Unmatched
{
    /// <summary>
    /// Writes the status of the response as a problem document, for 404 and 405. A path that begins with two slashes,
    /// which is what a base address with a slash at its end and a path make, is asked for once more as a document.
    /// </summary>
    public static async Task WriteAsync(HttpContext context)
    {
        var result = context.Response.StatusCode == StatusCodes.Status404NotFound
            && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            && context.Request.Path.Value?.StartsWith("//", StringComparison.Ordinal) == true
                ? await context.RequestServices.GetRequiredService<DocumentsApi>().GetAsync(context.Request)
                : Problem.Unmatched(context.Response.StatusCode).ToResult();
        await result.ExecuteAsync(context);
    }
}
