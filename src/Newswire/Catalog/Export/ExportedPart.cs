namespace Newswire.Catalog.Export;

/// <summary>A part of an exported catalog.</summary>
/// <param name="Lines">The changes, one JSON object a line; may be empty in the middle of the catalog, too.</param>
/// <param name="Next">Where the next part begins.</param>
/// <param name="IsLast">Whether nothing stood behind it.</param>
public sealed record ExportedPart(ReadOnlyMemory<byte> Lines, Position Next, bool IsLast);
