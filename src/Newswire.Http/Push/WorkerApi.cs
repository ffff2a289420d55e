using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Newswire.Formats.Html.Push;
using Newswire.Http.Serving;
using Newswire.Projection;

namespace Newswire.Http.Push;

/// <summary>The service worker of the pages.</summary>
public static class WorkerApi
{
    private static readonly DocumentFacts Facts = new(
        Convert.ToHexStringLower(SHA256.HashData(PushWorker.Content.Span).AsSpan(0, 16)), DateTimeOffset.UnixEpoch);

    private static readonly EntityTagHeaderValue Tag = new($"\"{Facts.Hash}\"");

    /// <summary>
    /// <c>GET</c> and <c>HEAD</c> of the script, with conditions. Always asked for anew: a worker that lies in a cache
    /// would go on to misread what newer software sends.
    /// </summary>
    public static IResult Get(HttpRequest request)
    {
        if (Conditions.Evaluate(request.Headers, Facts, DateTimeOffset.UnixEpoch) == Precondition.Failed)
        {
            return Problem.OtherVersion.ToResult();
        }

        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.ContentSecurityPolicy = PushWorker.ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        return TypedResults.Bytes(PushWorker.Content, PushWorker.ContentType, entityTag: Tag);
    }
}
