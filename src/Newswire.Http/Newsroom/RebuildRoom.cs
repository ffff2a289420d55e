using Microsoft.AspNetCore.Http;
using Newswire.Formats.Html.Operations;

namespace Newswire.Http.Newsroom;

/// <summary>Everything made anew from the catalog.</summary>
internal sealed class RebuildRoom : INewsroomRoom
{
    public string Name => "rebuild";

    public Task<IResult?> ShowAsync(IReadOnlyList<string> path, NewsroomVisit visit, CancellationToken cancellationToken) =>
        Task.FromResult<IResult?>(path.Count == 0 ? new PageResult(RebuildPage.Write(visit.Context)) : null);
}
