using Microsoft.AspNetCore.Http;
using Newswire.Formats.Html.Operations;
using Newswire.Operations.Feeds;
using Newswire.Projection;

namespace Newswire.Http.Newsroom;

/// <summary>The feeds and their definitions.</summary>
internal sealed class FeedsRoom(FeedsInForce feeds) : INewsroomRoom
{
    public string Name => "feeds";

    public async Task<IResult?> ShowAsync(IReadOnlyList<string> path, NewsroomVisit visit, CancellationToken cancellationToken)
    {
        if (path.Count > 0)
        {
            return null;
        }

        var definitions = feeds.DefinitionsAsync(cancellationToken);
        var list = feeds.ListAsync(cancellationToken);
        var walks = feeds.WalksAsync(cancellationToken);
        await Task.WhenAll(definitions, list, walks);
        var standing = FeedStanding.Of(await definitions, await list, await walks);
        return new PageResult(FeedsPage.Write(
            visit.Context, standing, (await definitions).Moved, (await definitions).Retired, visit.Query("q")?.Trim() ?? ""));
    }
}
