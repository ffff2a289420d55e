namespace Newswire.Catalog;

/// <summary>A line of the catalog that could not be read as a change.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Bytes">The line, without its line feed.</param>
/// <param name="Reason">What was wrong, without content of the line.</param>
public sealed record UnreadableLine(Position Position, ReadOnlyMemory<byte> Bytes, string Reason);
