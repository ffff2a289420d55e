namespace Newswire.Catalog;

/// <summary>A change with its place.</summary>
/// <param name="Change">The change.</param>
/// <param name="Start">Where its line begins.</param>
/// <param name="Position">The position behind it.</param>
public sealed record RecordedChange(Change Change, Position Start, Position Position);
