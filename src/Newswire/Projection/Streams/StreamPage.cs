namespace Newswire.Projection.Streams;

/// <summary>A stretch of a stream: entry <c>n</c> stands in page <c>n / Size</c>.</summary>
/// <param name="Entries">The entries in their order.</param>
public sealed record StreamPage(IReadOnlyList<StreamEntry> Entries)
{
    /// <summary>How many entries a full page has: rewritten with each that comes, so not many.</summary>
    public const int Size = 128;

    /// <summary>Nothing.</summary>
    public static readonly StreamPage Empty = new([]);
}
