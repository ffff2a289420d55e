using System.Globalization;
using Microsoft.AspNetCore.Http;
using Newswire.Partners.Quotas;

namespace Newswire.Http.Partners;

/// <summary>429 for a partner that has used up a quota (RFC 6585 §4), with the time after which it is worth asking again.</summary>
internal sealed class OverQuota(QuotaEntry.Refused refused) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        RateLimitFields.Write(headers, refused.Standing);
        headers.RetryAfter = RateLimitFields.Seconds(refused.RetryAfter).ToString(CultureInfo.InvariantCulture);
        return Problem.QuotaExceeded([.. refused.Standing.Where(window => window.Remaining == 0)])
            .ToResult().ExecuteAsync(httpContext);
    }
}
