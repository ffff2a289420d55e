using Newswire.Catalog;

namespace Newswire.Projection;

/// <summary>How far the projection has come; stored as <c>projection/cursor.json</c>.</summary>
/// <param name="Position">Every change before this position is in the documents.</param>
/// <param name="Unfinished">
/// While a pass writes, how far it has read. Still there when the next pass begins, it says that a pass died or
/// stalled and may have written some of what it meant to write; see <see cref="ProjectionPass"/>.
/// </param>
public sealed record Cursor(Position Position, Position? Unfinished = null)
{
    /// <summary>Nothing projected yet.</summary>
    public static readonly Cursor Start = new(Position.Start);

    /// <summary>The feeds whose history is still being derived.</summary>
    public IReadOnlyList<FeedWalk> Walks { get; init => field = value ?? []; } = [];
}
