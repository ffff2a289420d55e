using Newswire.Catalog;

namespace Newswire.Projection.Generations;

/// <summary>
/// How far the projection that is served has come. One that is built beside it goes no further, neither in the catalog nor
/// in time: what lies behind is told to subscribers by the one that is served, and a document that both have got its
/// validators there first.
/// </summary>
/// <param name="Position">Every change before this is in what is served.</param>
/// <param name="Due">What is due at this moment or later may not have happened there; null when nothing will be due.</param>
public sealed record Ceiling(Position Position, DateTimeOffset? Due)
{
    /// <summary>How far it has come that has this cursor.</summary>
    public static Ceiling Of(Cursor served) => new(served.Position, served.NextDue);

    /// <summary>What of it stands below the ceiling, which to whoever reads it is the end of the catalog.</summary>
    public CatalogRead Cut(CatalogRead read) => read.Through(Position) with { IsAtEnd = read.Next >= Position };

    /// <summary>The moment, if it lies below the ceiling; otherwise the last one that does.</summary>
    public DateTimeOffset Cut(DateTimeOffset now) => Due <= now ? Due.Value.AddTicks(-1) : now;
}
