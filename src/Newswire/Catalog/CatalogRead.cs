namespace Newswire.Catalog;

/// <summary>A stretch of the catalog as it was read.</summary>
/// <param name="Changes">The changes, in the order of the catalog.</param>
/// <param name="Unreadable">Lines that are no change.</param>
/// <param name="Next">Behind the last line read: where the next read begins.</param>
public sealed record CatalogRead(
    IReadOnlyList<RecordedChange> Changes, IReadOnlyList<UnreadableLine> Unreadable, Position Next)
{
    /// <summary>Whether nothing stood behind it when it was read. False where the limits of the read came first.</summary>
    public bool IsAtEnd { get; init; }

    /// <summary>What of it stands before the position.</summary>
    public CatalogRead Through(Position position) => Next <= position
        ? this
        : new CatalogRead(
            [.. Changes.TakeWhile(change => change.Position <= position)],
            [.. Unreadable.TakeWhile(line => line.Position < position)],
            position);

    /// <summary>What of it stands before the first change that is so; nothing may be left.</summary>
    public CatalogRead UpTo(Func<RecordedChange, bool> isBehind) =>
        Changes.FirstOrDefault(isBehind) is { } first ? Through(first.Start) : this;
}
