namespace Newswire.Catalog;

/// <summary>A change with its place.</summary>
/// <param name="Change">The change.</param>
/// <param name="Position">The position behind it.</param>
public sealed record RecordedChange(Change Change, Position Position);
