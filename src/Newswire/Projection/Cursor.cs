using System.Text.Json.Serialization;
using Newswire.Catalog;
using Newswire.Projection.Streams;

namespace Newswire.Projection;

/// <summary>How far the projection has come; stored as <c>projection/cursor.json</c>.</summary>
/// <param name="Position">Every change before this position is in the documents.</param>
/// <param name="Unfinished">
/// While a pass writes, what it has set out to do. Still there when the next pass begins, it says that a pass died or
/// stalled and may have written some of what it meant to write; see <see cref="ProjectionPass"/>.
/// </param>
public sealed record Cursor(Position Position, UnfinishedPass? Unfinished = null)
{
    /// <summary>Nothing projected yet.</summary>
    public static readonly Cursor Start = new(Position.Start);

    /// <summary>The feeds whose history is still being derived, by name.</summary>
    public IReadOnlyList<FeedWalk> Walks { get; init => field = value ?? []; } = [];

    /// <summary>The contracts for which articles are still being noted.</summary>
    public IReadOnlyList<StreamWalk> StreamWalks { get; init => field = value ?? []; } = [];

    /// <summary>Whether everything there was has been projected once; until then this is a rebuild.</summary>
    public bool HasCaughtUp { get; init; }

    /// <summary>
    /// The number of the generation that has taken the place of this one; null as long as none has. From then on no pass
    /// runs here (see <see cref="Generations.Rebuild"/>).
    /// </summary>
    public int? ReplacedBy { get; init; }

    /// <summary>Whether history is still being derived for anybody.</summary>
    [JsonIgnore]
    public bool IsWalking => Walks.Count > 0 || StreamWalks.Count > 0;

    /// <summary>
    /// When the next article is to be released or to expire, or the next document to drop what has become too old; null
    /// when nothing is.
    /// </summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>Whether there is something to do even if the catalog holds nothing new.</summary>
    public bool HasWork(DateTimeOffset now) =>
        Unfinished is not null || IsWalking || NextDue <= now || ReplacedBy is not null;
}
