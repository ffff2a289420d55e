using Microsoft.AspNetCore.Http;
using Newswire.Feeds;

namespace Newswire.Http.Newsroom;

/// <summary>
/// Whether a form was sent from a page of ours: another site can have a browser send forms, but not say that they are from
/// here. Browsers say it in <c>Sec-Fetch-Site</c> (W3C Fetch Metadata); older ones, and those over plain HTTP, in
/// <c>Origin</c> alone.
/// </summary>
internal static class SameOrigin
{
    /// <summary>Whether it was; a request that says neither was not.</summary>
    public static bool Holds(HttpRequest request, Publication publication)
    {
        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site)
        {
            return site == "same-origin";
        }

        return request.Headers.Origin is [{ } origin]
            && (origin == $"{request.Scheme}://{request.Host.Value}"
                || (Uri.TryCreate(publication.BaseUrl, UriKind.Absolute, out var own)
                    && origin == own.GetLeftPart(UriPartial.Authority)));
    }
}
