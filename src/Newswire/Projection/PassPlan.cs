namespace Newswire.Projection;

/// <summary>
/// Everything a pass will write, in the order of its stages; within a stage the order does not matter. The definitions
/// come first, since everything is placed by them; documents after the indexes they are made from, views after everything
/// that was derived by comparing with them, what was due after everything it led to, those included who are told of it,
/// and the cursor last of all: a crash between any two writes repeats work and loses none.
/// </summary>
internal sealed class PassPlan
{
    public List<PlannedWrite> SetAside { get; } = [];

    public List<PlannedWrite> Definitions { get; } = [];

    public IndexWrites Indexes { get; } = new();

    public List<PlannedWrite> FeedList { get; } = [];

    public List<PlannedWrite> Documents { get; } = [];

    public List<PlannedWrite> Views { get; } = [];

    public List<PlannedWrite> Erasures { get; } = [];

    public IndexWrites Schedule { get; } = new();

    /// <summary>The stretches of walks that the pass goes through; written down when it signs in.</summary>
    public IReadOnlyList<WalkSlice> Slices { get; set; } = [];

    /// <summary>The walks that go on behind it.</summary>
    public List<FeedWalk> Walks { get; } = [];

    /// <summary>What there is to tell once it is written.</summary>
    public PassNews? News { get; set; }

    /// <summary>See <see cref="Cursor.NextDue"/>.</summary>
    public DateTimeOffset? NextDue { get; set; }

    public IReadOnlyList<List<PlannedWrite>> Stages =>
        [SetAside, Definitions, .. Indexes.Stages, FeedList, Documents, Views, Erasures, .. Schedule.Stages];

    public void Add(PassPlan other)
    {
        foreach (var (mine, theirs) in Stages.Zip(other.Stages))
        {
            mine.AddRange(theirs);
        }
    }
}
