using System.Text.Json.Serialization;

namespace Newswire.Projection.Generations;

/// <summary>Which projections there are; stored as <c>generations/generations.json</c>.</summary>
public sealed record GenerationRecord
{
    /// <summary>Nothing was ever rebuilt.</summary>
    public static readonly GenerationRecord Beginning = new();

    /// <summary>The number of the one that is served.</summary>
    public int Served { get; init; } = Generation.First.Number;

    /// <summary>The highest number ever given.</summary>
    public int Newest { get; init; } = Generation.First.Number;

    /// <summary>The one that is being built; null when none is.</summary>
    public Building? Building { get; init; }

    /// <summary>Those whose objects are still to be removed.</summary>
    public IReadOnlyList<RetiredGeneration> Retired { get; init => field = value ?? []; } = [];

    /// <summary>
    /// The number of the one that was served before, as long as nobody was told where the documents of the two differ;
    /// null when everybody was.
    /// </summary>
    public int? Untold { get; init; }

    /// <summary>How the last one that was built ended; null when none was.</summary>
    public BuildOutcome? Last { get; init; }

    /// <summary>Whether objects of others than the served one may be in storage.</summary>
    [JsonIgnore]
    public bool HasOthers => Building is not null || Retired.Count > 0;

    /// <summary>With a new generation in the making; as it is when one is in the making already.</summary>
    public GenerationRecord Begin(BuildPurpose purpose, DateTimeOffset now) => Building is not null ? this : this with
    {
        Newest = Newest + 1,
        Building = new Building(Newest + 1, purpose, now),
    };

    /// <summary>With the generation served that was being built; as it is when that is done or another came before it.</summary>
    public GenerationRecord Serve(int number, DateTimeOffset now) => Served >= number ? this : this with
    {
        Served = number,
        Untold = Served,
        Building = Building?.Number == number ? null : Building,
        Retired = [.. Retired, new RetiredGeneration(Served, now)],
        Last = Building?.Number == number ? new BuildOutcome(Building, now, BuildEnd.Served) : Last,
    };

    /// <summary>Without the one that is being built, which ended so; as it is when another is being built.</summary>
    public GenerationRecord End(int number, BuildEnd end, DateTimeOffset now, IReadOnlyList<Difference>? found = null) =>
        Building?.Number != number ? this : this with
        {
            Building = null,
            Retired = [.. Retired, new RetiredGeneration(number, now)],
            Last = new BuildOutcome(Building, now, end) { Differences = found ?? [] },
        };
}
