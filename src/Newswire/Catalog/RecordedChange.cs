using System.Diagnostics;

namespace Newswire.Catalog;

/// <summary>A change with its place.</summary>
/// <param name="Change">The change.</param>
/// <param name="Start">Where its line begins.</param>
/// <param name="Position">The position behind it.</param>
public sealed record RecordedChange(Change Change, Position Start, Position Position)
{
    /// <summary>The trace in which it was accepted; default when nobody recorded one. Nothing may depend on it but traces.</summary>
    public ActivityContext Trace { get; init; }
}
