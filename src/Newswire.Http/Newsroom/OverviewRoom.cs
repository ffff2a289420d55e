using Microsoft.AspNetCore.Http;
using Newswire.Formats.Html.Operations;
using Newswire.Operations;

namespace Newswire.Http.Newsroom;

/// <summary>How things stand.</summary>
internal sealed class OverviewRoom(OverviewReports reports) : INewsroomRoom
{
    public string Name => "";

    public async Task<IResult?> ShowAsync(IReadOnlyList<string> path, NewsroomVisit visit, CancellationToken cancellationToken) =>
        path.Count == 0
            ? new PageResult(OverviewPage.Write(
                visit.Context, await reports.ReadAsync(OverviewPage.SpanOf(visit.Query("span")), cancellationToken)))
            : null;
}
