namespace Newswire.Catalog;

/// <summary>Sizes of the catalog's parts. The defaults suit Azure append blobs; tests make them small.</summary>
public sealed record CatalogOptions
{
    /// <summary>
    /// A page of this many bytes or more is sealed and the next begun. Default 256 MiB. It bounds what a restore or a
    /// rebuild reads in one piece; no reader holds a page in memory.
    /// </summary>
    public long MaxPageBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>
    /// A page of this many appends or more is sealed. Default 40,000: storage refuses the 50,001st block, and several
    /// processes may be appending when the limit is reached.
    /// </summary>
    public int MaxPageBlocks { get; init; } = 40_000;

    /// <summary>
    /// The most bytes of one append; a larger group becomes several. Default 64 MiB, so that a 32 MiB batch stays one
    /// append even when cleaning has made it grow; storage allows 100 MiB.
    /// </summary>
    public int MaxBlockBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>The most bytes asked for in one read. Default 4 MiB. Longer lines are read all the same.</summary>
    public int ReadBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>A line longer than this is set aside unread. Default 64 MiB, more than any accepted article makes.</summary>
    public int MaxLineBytes { get; init; } = 64 * 1024 * 1024;
}
