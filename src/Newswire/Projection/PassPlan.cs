namespace Newswire.Projection;

/// <summary>
/// Everything a pass will write, in the order of its stages; within a stage the order does not matter. Documents come
/// after the indexes they are made from, views after everything that was derived by comparing with them, and the cursor
/// last of all: a crash between any two writes repeats work and loses none.
/// </summary>
internal sealed class PassPlan
{
    public List<PlannedWrite> SetAside { get; } = [];

    public List<PlannedWrite> Pages { get; } = [];

    public List<PlannedWrite> Directories { get; } = [];

    public List<PlannedWrite> Dropped { get; } = [];

    public List<PlannedWrite> FeedList { get; } = [];

    public List<PlannedWrite> Documents { get; } = [];

    public List<PlannedWrite> Views { get; } = [];

    public IReadOnlyList<List<PlannedWrite>> Stages =>
        [SetAside, Pages, Directories, Dropped, FeedList, Documents, Views];

    public void Add(PassPlan other)
    {
        foreach (var (mine, theirs) in Stages.Zip(other.Stages))
        {
            mine.AddRange(theirs);
        }
    }
}
