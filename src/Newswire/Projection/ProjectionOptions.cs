namespace Newswire.Projection;

/// <summary>Sizes of a projection pass.</summary>
public sealed record ProjectionOptions
{
    /// <summary>
    /// The most changes folded together in one pass. Default 2,000. More makes a burst cheaper, since a feed is rendered
    /// once a pass, and makes the first documents of the burst come later.
    /// </summary>
    public int MaxChanges { get; init; } = 2_000;

    /// <summary>The most bytes of the catalog read in one pass. Default 32 MiB; a pass holds several times this in memory.</summary>
    public long MaxBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>
    /// How many pages of a feed's index, of 25 articles on average, a pass goes through for a feed that is defined anew or a
    /// contract that has changed. Default 10. More gets there sooner, and makes each pass on the way longer.
    /// </summary>
    public int MaxWalkPages { get; init; } = 10;

    /// <summary>How many storage operations of a pass are under way at once. Default 16.</summary>
    public int MaxParallelOperations { get; init; } = 16;

    /// <summary>
    /// How many objects of its own state a process remembers between passes. Default 5,000, about 100 MB; when there are
    /// more, it forgets them all and reads again what it needs.
    /// </summary>
    public int MaxRememberedObjects { get; init; } = 5_000;

    /// <summary>How many bytes of formatted entries a process keeps. Default 128 MiB, some 8,000 entries.</summary>
    public long MaxFormattedBytes { get; init; } = 128 * 1024 * 1024;

    internal ParallelOptions Parallelism(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = MaxParallelOperations, CancellationToken = cancellationToken };
}
