using System.Globalization;

namespace Newswire.Catalog;

/// <summary>
/// A place in the catalog, between two changes: everything before it has been read. Totally ordered.
/// </summary>
/// <param name="Page">Number of the catalog page, counted from 1.</param>
/// <param name="Offset">Bytes from the start of the page.</param>
public readonly record struct Position(int Page, long Offset) : IComparable<Position>
{
    /// <summary>Before the first change.</summary>
    public static readonly Position Start = new(1, 0);

    /// <inheritdoc/>
    public int CompareTo(Position other) =>
        Page != other.Page ? Page.CompareTo(other.Page) : Offset.CompareTo(other.Offset);

    /// <summary>Whether <paramref name="left"/> stands before <paramref name="right"/>.</summary>
    public static bool operator <(Position left, Position right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> stands behind <paramref name="right"/>.</summary>
    public static bool operator >(Position left, Position right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> stands before or at <paramref name="right"/>.</summary>
    public static bool operator <=(Position left, Position right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> stands behind or at <paramref name="right"/>.</summary>
    public static bool operator >=(Position left, Position right) => left.CompareTo(right) >= 0;

    /// <summary>The form used in answers and messages: <c>page.offset</c>, decimal.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Page}.{Offset}");

    /// <summary>Reads the form that <see cref="ToString"/> writes; false when <paramref name="text"/> is not that form.</summary>
    public static bool TryParse(string? text, out Position position)
    {
        position = Start;
        var dot = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (dot < 0
            || !int.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            || !long.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            || page < 1)
        {
            return false;
        }

        position = new Position(page, offset);
        return true;
    }
}
