namespace Newswire.Catalog;

/// <summary>A line of the catalog out of which an article's content was taken.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="LengthBytes">Its length, which stayed, without the line feed.</param>
public sealed record ErasedPlace(Position Start, long LengthBytes);
