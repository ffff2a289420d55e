using Microsoft.AspNetCore.Http;

namespace Newswire.Http.Newsroom;

/// <summary>Leads the browser to another page of the newsroom (303), so that reloading repeats no act.</summary>
/// <param name="location">Where to, percent-encoded, below the host.</param>
internal sealed class SeeOther(string location) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => StatusCodes.Status303SeeOther;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = location;
        PageHeaders.Set(httpContext.Response);
        return Task.CompletedTask;
    }
}
