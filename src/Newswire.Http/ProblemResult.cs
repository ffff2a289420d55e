using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Newswire.Telemetry;

namespace Newswire.Http;

/// <summary>Writes a problem with the headers its status calls for.</summary>
internal sealed class ProblemResult(Problem problem, TimeSpan? retryAfter) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => problem.Status;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        Measures.Problems.Count(Measures.Error, problem.Kind);
        var response = httpContext.Response;
        response.StatusCode = problem.Status;
        response.ContentType = "application/problem+json";
        response.Headers.CacheControl = "no-store";
        if (problem.Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = $"Bearer realm=\"{problem.Realm}\"";
        }

        if (retryAfter is { } delay)
        {
            response.Headers.RetryAfter = ((int)delay.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(problem.ToDocument(), HttpJson.Answers.ProblemDocument);
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(httpContext.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
