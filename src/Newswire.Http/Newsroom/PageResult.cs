using Microsoft.AspNetCore.Http;
using Newswire.Formats.Html.Operations;

namespace Newswire.Http.Newsroom;

/// <summary>Writes a page of the newsroom: for this browser at this moment, and for no cache.</summary>
internal sealed class PageResult(int status, byte[] page) : IResult, IStatusCodeHttpResult
{
    /// <summary>A page that shows what was asked for.</summary>
    public PageResult(byte[] page)
        : this(StatusCodes.Status200OK, page)
    {
    }

    public int? StatusCode => status;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = OperationsFrame.ContentType;
        response.ContentLength = page.Length;
        PageHeaders.Set(response);
        return HttpMethods.IsHead(httpContext.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(page, httpContext.RequestAborted).AsTask();
    }
}
