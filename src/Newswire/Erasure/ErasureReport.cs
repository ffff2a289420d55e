using Newswire.Catalog;

namespace Newswire.Erasure;

/// <summary>When and where an article was erased; stored as <c>erasures/done/{id}.json</c>. Holds no content.</summary>
public sealed record ErasureReport
{
    /// <summary>The article's id.</summary>
    public required string ArticleId { get; init; }

    /// <summary>When the erasure was accepted: it covers every version received up to this moment.</summary>
    public required DateTimeOffset Requested { get; init; }

    /// <summary>When the last of the content was gone.</summary>
    public required DateTimeOffset Completed { get; init; }

    /// <summary>The lines of the catalog that held content, each read again and found blank.</summary>
    public required IReadOnlyList<ErasedPlace> Catalog { get; init; }

    /// <inheritdoc cref="PendingErasure.Feeds"/>
    public IReadOnlyList<string> Feeds { get; init => field = value ?? []; } = [];

    /// <inheritdoc cref="PendingErasure.View"/>
    public string? View { get; init; }

    /// <inheritdoc cref="PendingErasure.Rewritten"/>
    public IReadOnlyList<string> Rewritten { get; init => field = value ?? []; } = [];

    /// <inheritdoc cref="PendingErasure.Deleted"/>
    public IReadOnlyList<string> Deleted { get; init => field = value ?? []; } = [];

    /// <summary>The report on what was to be done, together with the one on an earlier erasure of the same article.</summary>
    internal static ErasureReport Of(
        PendingErasure done, IReadOnlyList<ErasedPlace> catalog, DateTimeOffset completed, ErasureReport? earlier) => new()
        {
            ArticleId = done.ArticleId,
            Requested = earlier?.Requested > done.Requested ? earlier.Requested : done.Requested,
            Completed = completed,
            Catalog = [.. (earlier?.Catalog ?? []).Union(catalog).OrderBy(place => place.Start)],
            Feeds = PendingErasure.Union(earlier?.Feeds ?? [], done.Feeds),
            View = done.View ?? earlier?.View,
            Rewritten = PendingErasure.Union(earlier?.Rewritten ?? [], done.Rewritten),
            Deleted = PendingErasure.Union(earlier?.Deleted ?? [], done.Deleted),
        };
}
