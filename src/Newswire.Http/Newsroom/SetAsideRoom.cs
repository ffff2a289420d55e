using Microsoft.AspNetCore.Http;
using Newswire.Formats.Html.Operations;
using Newswire.Operations.Failures;

namespace Newswire.Http.Newsroom;

/// <summary>Input that could not be read.</summary>
internal sealed class SetAsideRoom(SetAsideLines lines) : INewsroomRoom
{
    public string Name => "set-aside";

    public async Task<IResult?> ShowAsync(IReadOnlyList<string> path, NewsroomVisit visit, CancellationToken cancellationToken)
    {
        if (path.Count > 0)
        {
            return null;
        }

        var (shown, hasMore) = await lines.ReadAsync(cancellationToken);
        return new PageResult(SetAsidePage.Write(visit.Context, shown, hasMore));
    }
}
