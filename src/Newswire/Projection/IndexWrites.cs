namespace Newswire.Projection;

/// <summary>
/// The writes of indexes, in the order of their stages: pages before the directory that lists them, what it does not
/// list any more last. See <see cref="Newswire.Feeds.FeedIndex"/> for why a crash between any two loses nothing.
/// </summary>
internal sealed class IndexWrites
{
    public List<PlannedWrite> Pages { get; } = [];

    public List<PlannedWrite> Directories { get; } = [];

    public List<PlannedWrite> Dropped { get; } = [];

    public IReadOnlyList<List<PlannedWrite>> Stages => [Pages, Directories, Dropped];
}
