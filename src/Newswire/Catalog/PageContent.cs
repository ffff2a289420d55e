namespace Newswire.Catalog;

/// <summary>Bytes of a catalog page, and the state of the page when they were read.</summary>
/// <param name="Bytes">The bytes; empty at the end of the page.</param>
/// <param name="LengthBytes">The length of the whole page.</param>
/// <param name="Sealed">Whether the page is closed, so that <paramref name="LengthBytes"/> is final.</param>
public sealed record PageContent(ReadOnlyMemory<byte> Bytes, long LengthBytes, bool Sealed);
