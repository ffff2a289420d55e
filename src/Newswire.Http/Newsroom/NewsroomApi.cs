using Microsoft.AspNetCore.Http;
using Newswire.Formats.Html.Operations;

namespace Newswire.Http.Newsroom;

/// <summary>
/// The newsroom's pages, <c>/newsroom</c> and everything below it. One route for all, so that none can be reached but
/// through the door.
/// </summary>
public sealed class NewsroomApi
{
    private readonly NewsroomDoor door;
    private readonly Dictionary<string, INewsroomRoom> rooms;

    internal NewsroomApi(NewsroomDoor door, IEnumerable<INewsroomRoom> rooms)
    {
        this.door = door;
        this.rooms = rooms.ToDictionary(room => room.Name, StringComparer.Ordinal);
    }

    /// <summary><c>GET</c> and <c>HEAD</c>: a page; without a key that is good, the way to where one is typed.</summary>
    public Task<IResult> GetAsync(HttpRequest request) => PathOf(request) switch
    {
        ["sign-in"] => Task.FromResult(door.ShowSignIn(request)),
        var path => door.LookAsync(request, AddressOf(path), async (visit, cancellationToken) =>
            Find(path) is { } room ? await room.ShowAsync([.. path.Skip(1)], visit, cancellationToken) : null),
    };

    /// <summary><c>POST</c>: does what a form of these pages asks for.</summary>
    public Task<IResult> PostAsync(HttpRequest request) => PathOf(request) switch
    {
        ["sign-in"] => door.SignInAsync(request),
        ["sign-out"] => door.SignOutAsync(request),
        var path => door.ActAsync(request, AddressOf(path), visit => Find(path)?.FindAct([.. path.Skip(1)], visit)),
    };

    private INewsroomRoom? Find(string[] path) => path switch
    {
        [] => rooms[""],
        ["", ..] => null,
        _ => rooms.GetValueOrDefault(path[0]),
    };

    // A slash at the end changes where relative links lead, so such an address is none of ours.
    private static string[] PathOf(HttpRequest request) =>
        request.Path.Value![OperationsPaths.Overview.Length..] is { Length: > 0 } below ? below[1..].Split('/') : [];

    private static string AddressOf(string[] path) => OperationsPaths.Below(OperationsPaths.Overview, path);
}
