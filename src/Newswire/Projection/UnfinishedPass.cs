using Newswire.Catalog;
using Newswire.Projection.Streams;

namespace Newswire.Projection;

/// <summary>What a pass has set out to do, written down before it writes anything else.</summary>
/// <param name="Through">How far it has read the catalog.</param>
/// <param name="Slices">The stretches of walks it goes through, those included that it begins.</param>
public sealed record UnfinishedPass(Position Through, IReadOnlyList<WalkSlice> Slices)
{
    /// <summary>The feeds of whose change it tells: once the views are written, nothing else says which they were.</summary>
    public IReadOnlyList<string> Feeds { get; init => field = value ?? []; } = [];

    /// <summary>The walks for contracts that it goes on with, those included that it begins.</summary>
    public IReadOnlyList<StreamWalk> StreamWalks { get; init => field = value ?? []; } = [];
}
