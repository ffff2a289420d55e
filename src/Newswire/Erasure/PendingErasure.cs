using Newswire.Catalog;

namespace Newswire.Erasure;

/// <summary>
/// What the projection leaves for <see cref="EraseWork"/> when an article is erased; stored as
/// <c>erasures/pending/{id}.json</c> until it is done. By then view and documents hold nothing of the article any more.
/// </summary>
public sealed record PendingErasure
{
    /// <summary>The article's id.</summary>
    public required string ArticleId { get; init; }

    /// <summary>When the erasure was accepted: it covers every version received up to this moment.</summary>
    public required DateTimeOffset Requested { get; init; }

    /// <summary>Where each <see cref="Change.Publish"/> line of the article begins.</summary>
    public required IReadOnlyList<Position> Lines { get; init; }

    /// <summary>The feeds that carried the article.</summary>
    public IReadOnlyList<string> Feeds { get; init => field = value ?? []; } = [];

    /// <summary>The article's view, as <c>container/name</c>; null when there was none.</summary>
    public string? View { get; init; }

    /// <summary>The objects that were written anew without the article, as <c>container/name</c>.</summary>
    public IReadOnlyList<string> Rewritten { get; init => field = value ?? []; } = [];

    /// <summary>The objects that were deleted, as <c>container/name</c>.</summary>
    public IReadOnlyList<string> Deleted { get; init => field = value ?? []; } = [];

    /// <summary>This erasure together with one of the same article that is still to be done.</summary>
    public PendingErasure After(PendingErasure? earlier) => earlier is null ? this : this with
    {
        Requested = earlier.Requested > Requested ? earlier.Requested : Requested,
        Lines = [.. earlier.Lines.Union(Lines).Order()],
        Feeds = Union(earlier.Feeds, Feeds),
        View = View ?? earlier.View,
        Rewritten = Union(earlier.Rewritten, Rewritten),
        Deleted = Union(earlier.Deleted, Deleted),
    };

    internal static IReadOnlyList<string> Union(IReadOnlyList<string> earlier, IReadOnlyList<string> later) =>
        [.. earlier.Union(later, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
