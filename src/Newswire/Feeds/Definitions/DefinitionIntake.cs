using Newswire.Catalog;
using Newswire.Json;
using Newswire.Projection;

namespace Newswire.Feeds.Definitions;

/// <summary>Where definitions enter: checked against those in force, and made durable together or not at all.</summary>
public sealed class DefinitionIntake(FeedsInForce feeds, Intake intake)
{
    /// <summary>Accepts the definitions: when this returns without faults they are durable.</summary>
    /// <returns>
    /// The position behind the last of them; or what is wrong with them, each fault with the place of its definition in
    /// the list, and then nothing was accepted.
    /// </returns>
    /// <exception cref="Storage.StorageAwayException">Nothing is promised; sending them again is harmless.</exception>
    public async Task<(Position? Position, IReadOnlyList<(int Index, Fault Fault)> Faults)> DefineAsync(
        IReadOnlyList<FeedDefinition> definitions, CancellationToken cancellationToken)
    {
        var inForce = await feeds.DefinitionsAsync(cancellationToken);
        var conflicts = NameConflicts.Of(inForce, definitions);
        return conflicts.Count > 0 ? (null, conflicts) : (await AcceptAsync(inForce, definitions, cancellationToken), []);
    }

    /// <summary>Accepts that the feed is given up. What else was said of it stays, so that its former names end too.</summary>
    public async Task<Position> RetireAsync(string feed, CancellationToken cancellationToken)
    {
        var inForce = await feeds.DefinitionsAsync(cancellationToken);
        var known = inForce.Find(feed) ?? new FeedDefinition { Name = feed };
        return await AcceptAsync(inForce, [known with { Retired = true }], cancellationToken);
    }

    private async Task<Position> AcceptAsync(
        FeedDefinitions inForce, IReadOnlyList<FeedDefinition> definitions, CancellationToken cancellationToken)
    {
        // Of one moment, since they were given together; and later than all before, also where another process, whose
        // clock is ahead, accepted those.
        var received = intake.Stamp();
        if (inForce.ByName.Values.Select(feed => feed.Received).DefaultIfEmpty().Max() is var last && last >= received)
        {
            received = last.AddTicks(1);
        }

        var positions = await intake.AcceptAsync(
            [.. definitions.Select(definition => new Change.DefineFeed { Feed = definition, Received = received })],
            cancellationToken);
        return positions[^1];
    }
}
