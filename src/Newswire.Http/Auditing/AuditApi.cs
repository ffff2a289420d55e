using System.Globalization;
using Microsoft.AspNetCore.Http;
using Newswire.Auditing;
using Newswire.Http.Ingest;

namespace Newswire.Http.Auditing;

/// <summary>Who did what, for the newsroom's own programs. Needs a publisher key.</summary>
public sealed class AuditApi
{
    private const int UsualCount = 50;

    private readonly PublisherDoor door;
    private readonly AuditLog audit;

    internal AuditApi(PublisherDoor door, AuditLog audit) => (this.door, this.audit) = (door, audit);

    /// <summary>
    /// <c>GET /api/audit?after=…&amp;count=50</c>: acts, the newest first; <c>next</c> of the answer is <c>after</c> for older ones.
    /// </summary>
    public Task<IResult> GetAsync(HttpRequest request) => door.EnterAsync(request, async cancellationToken =>
    {
        var count = UsualCount;
        if (request.Query.TryGetValue("count", out var sent)
            && (!int.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count is < 1 or > AuditLog.MaxEntries))
        {
            return Problem.BadParameter("count", string.Create(CultureInfo.InvariantCulture, $"a whole number from 1 to {AuditLog.MaxEntries}")).ToResult();
        }

        var page = await audit.ReadAsync(request.Query["after"], count, cancellationToken);
        return new JsonResult<AuditAnswer>(StatusCodes.Status200OK, AuditAnswer.Of(page), HttpJson.Answers.AuditAnswer);
    });
}
