using Microsoft.AspNetCore.Http;

namespace Newswire.Http.Newsroom;

/// <summary>
/// Some of the newsroom's pages, those below one name. Whoever gets here has signed in; what a room does is written into
/// the audit log for it.
/// </summary>
internal interface INewsroomRoom
{
    /// <summary>The part of the address behind <c>/newsroom/</c>; empty for the page at <c>/newsroom</c> itself.</summary>
    string Name { get; }

    /// <summary>The page; null when there is none.</summary>
    /// <param name="path">The address below the room's name, part by part.</param>
    /// <param name="visit">Who looks.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IResult?> ShowAsync(IReadOnlyList<string> path, NewsroomVisit visit, CancellationToken cancellationToken);

    /// <summary>What a form sent there asks for; null when no form can be sent there.</summary>
    NewsroomAct? FindAct(IReadOnlyList<string> path, NewsroomVisit visit) => null;
}
