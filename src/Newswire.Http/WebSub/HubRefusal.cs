using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Newswire.Http.WebSub;

/// <summary>
/// Says no to a subscriber, with a sentence for its developer. As plain text, which is what W3C WebSub §5.1.2 asks of
/// hubs and what subscribers put into their logs; everything else here answers with problem documents.
/// </summary>
/// <param name="status">The HTTP status code.</param>
/// <param name="sentence">What is wrong and what to do.</param>
/// <param name="retryAfter">When asking again may help; null when only another request does.</param>
internal sealed class HubRefusal(int status, string sentence, TimeSpan? retryAfter = null) : IResult
{
    /// <summary>A refusal that other parts of the surface give, too.</summary>
    public static HubRefusal Of(Problem problem, TimeSpan? retryAfter = null) => new(problem.Status, problem.Detail, retryAfter);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (status == StatusCodes.Status405MethodNotAllowed)
        {
            response.Headers.Allow = HttpMethods.Post;
        }

        if (retryAfter is { } delay)
        {
            response.Headers.RetryAfter = Math.Ceiling(delay.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(sentence + "\n", httpContext.RequestAborted);
    }
}
