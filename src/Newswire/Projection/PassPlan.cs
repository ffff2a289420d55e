using Newswire.Projection.Streams;

namespace Newswire.Projection;

/// <summary>
/// Everything a pass will write, in the order of its stages; within a stage the order does not matter. The definitions
/// come first, since everything is placed by them; what partners are told of before the indexes by which it was found;
/// documents after the indexes they are made from, views after everything
/// that was derived by comparing with them, the heads that make partners see their news after those, what was due after everything it led to, those included who are told of it,
/// and the cursor last of all: a crash between any two writes repeats work and loses none.
/// </summary>
internal sealed class PassPlan
{
    public List<PlannedWrite> SetAside { get; } = [];

    public List<PlannedWrite> Definitions { get; } = [];

    public List<PlannedWrite> Streams { get; } = [];

    public IndexWrites Indexes { get; } = new();

    public List<PlannedWrite> FeedList { get; } = [];

    public List<PlannedWrite> Documents { get; } = [];

    public List<PlannedWrite> Views { get; } = [];

    public List<PlannedWrite> Erasures { get; } = [];

    public List<PlannedWrite> StreamHeads { get; } = [];

    public IndexWrites Schedule { get; } = new();

    /// <summary>The stretches of walks that the pass goes through; written down when it signs in.</summary>
    public IReadOnlyList<WalkSlice> Slices { get; set; } = [];

    /// <summary>The walks that go on behind it.</summary>
    public List<FeedWalk> Walks { get; } = [];

    /// <summary>The walks for contracts that the pass goes on with; written down when it signs in.</summary>
    public IReadOnlyList<StreamWalk> StreamWalks { get; set; } = [];

    /// <summary>Those that go on behind it.</summary>
    public List<StreamWalk> StreamWalksLeft { get; } = [];

    /// <summary>See <see cref="Cursor.HasCaughtUp"/>.</summary>
    public bool HasCaughtUp { get; set; }

    /// <summary>The partners whose streams grow.</summary>
    public List<string> Partners { get; } = [];

    /// <summary>What there is to tell once it is written.</summary>
    public PassNews? News { get; set; }

    /// <summary>See <see cref="Cursor.NextDue"/>.</summary>
    public DateTimeOffset? NextDue { get; set; }

    public IReadOnlyList<List<PlannedWrite>> Stages =>
        [SetAside, Definitions, Streams, .. Indexes.Stages, FeedList, Documents, Views, Erasures, StreamHeads, .. Schedule.Stages];

    public void Add(PassPlan other)
    {
        foreach (var (mine, theirs) in Stages.Zip(other.Stages))
        {
            mine.AddRange(theirs);
        }
    }
}
