using Microsoft.AspNetCore.Http;
using Newswire.Auditing;
using Newswire.Formats.Html.Operations;

namespace Newswire.Http.Newsroom;

/// <summary>Who did what.</summary>
internal sealed class AuditRoom(AuditLog audit) : INewsroomRoom
{
    private const int Count = 50;

    public string Name => "audit";

    public async Task<IResult?> ShowAsync(IReadOnlyList<string> path, NewsroomVisit visit, CancellationToken cancellationToken)
    {
        var after = visit.Query("after");
        return path.Count == 0
            ? new PageResult(AuditLogPage.Write(visit.Context, await audit.ReadAsync(after, Count, cancellationToken), isNewest: after is null))
            : null;
    }
}
