using Microsoft.AspNetCore.Http;
using Newswire.Operations.Health;

namespace Newswire.Http.Operations;

/// <summary>Whether this process lives, and whether it can do its work. Open to everybody; tells nothing else.</summary>
public sealed class HealthApi
{
    private readonly Readiness readiness;

    internal HealthApi(Readiness readiness) => this.readiness = readiness;

    /// <summary><c>GET /health/live</c>: 200 whenever the process answers. Asks nobody.</summary>
    public static IResult GetLive() => new JsonResult<HealthAnswer>(
        StatusCodes.Status200OK, new HealthAnswer("ok", Checks: null), HttpJson.Answers.HealthAnswer);

    /// <summary>
    /// <c>GET /health/ready</c>: 503 while storage does not answer in time. Documents that are behind are no reason for
    /// it: all processes are behind at once then, and none of them is worse at serving than the others; the answer is 200
    /// and says <c>degraded</c>.
    /// </summary>
    public async Task<IResult> GetReadyAsync(HttpRequest request)
    {
        var report = await readiness.CheckAsync(request.HttpContext.RequestAborted);
        return new JsonResult<HealthAnswer>(
            report.State == HealthState.Unavailable ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK,
            HealthAnswer.Of(report),
            HttpJson.Answers.HealthAnswer);
    }
}
