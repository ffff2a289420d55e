using Newswire.Json;

namespace Newswire.Feeds.Definitions;

/// <summary>
/// What is wrong with definitions beside those in force. <see cref="FeedDefinitions"/> gives every contradiction a
/// meaning; this refuses those that can be seen beforehand, because the next edit of either feed would turn them round.
/// </summary>
internal sealed class NameConflicts
{
    private readonly FeedDefinitions inForce;
    private readonly IReadOnlyList<FeedDefinition> given;
    private readonly FeedDefinitions all;
    private readonly Dictionary<string, FeedDefinition> before;
    private readonly Dictionary<string, FeedDefinition> after;
    private readonly ILookup<string, string> owners;

    private NameConflicts(FeedDefinitions inForce, IReadOnlyList<FeedDefinition> given)
    {
        (this.inForce, this.given) = (inForce, given);
        all = given.Aggregate(inForce, (all, definition) => all.With(definition, DateTimeOffset.MaxValue));
        (before, after) = (Live(inForce), Live(all));
        owners = after.Values
            .SelectMany(ClaimedNames, (definition, name) => (definition, name))
            .ToLookup(claim => claim.name, claim => claim.definition.Name, StringComparer.Ordinal);
    }

    /// <summary>The faults of each of the given definitions, by its place in the list.</summary>
    /// <param name="inForce">The definitions so far.</param>
    /// <param name="given">What shall be added, of each name one at most.</param>
    public static IReadOnlyList<(int Index, Fault Fault)> Of(FeedDefinitions inForce, IReadOnlyList<FeedDefinition> given) =>
        new NameConflicts(inForce, given).Find();

    private List<(int Index, Fault Fault)> Find()
    {
        List<(int Index, Fault Fault)> faults =
            [.. given.Index().SelectMany(pair => Faults(pair.Item), (pair, fault) => (pair.Index, fault))];
        if (after.Count > FeedDefinitions.MaxFeeds && after.Count > before.Count)
        {
            faults.Add((0, new Fault("", $"There may be at most {FeedDefinitions.MaxFeeds} defined feeds; this would make {after.Count}. Retire some first.")));
        }

        return faults;
    }

    private IEnumerable<Fault> Faults(FeedDefinition definition)
    {
        if (owners[definition.Name].FirstOrDefault() is { } owner)
        {
            yield return new Fault("/name", $"Is an alias or a former name of '{owner}'. Take it out there first, or rename '{owner}' by listing it in formerNames here.");
        }

        foreach (var name in ClaimedNames(definition))
        {
            var pointer = definition.FormerNames.Contains(name, StringComparer.Ordinal) ? "/formerNames" : "/aliases";
            if (owners[name].FirstOrDefault(other => other != definition.Name) is { } other)
            {
                yield return new Fault(pointer, $"'{name}' is an alias or a former name of '{other}' already. Take it out there first.");
            }
            else if (after.ContainsKey(name))
            {
                yield return new Fault(pointer, $"'{name}' is defined together with this feed. Leave one of the two out.");
            }
        }

        // A feed that was this one's former name and is not listed any more is a feed again.
        var revived = (inForce.Find(definition.Name) is { } known ? ClaimedNames(known) : [])
            .Where(name => after.ContainsKey(name) && !before.ContainsKey(name) && given.All(other => other.Name != name));
        foreach (var name in revived.Where(IsContradicted))
        {
            yield return new Fault("/formerNames", $"'{name}' would be a feed again without being listed here, and its aliases and former names contradict those of other feeds. Keep it in the list.");
        }
    }

    private bool IsContradicted(string name) =>
        owners[name].Any()
        || ClaimedNames(after[name]).Any(claimed => all.MovedTo(claimed) != name || owners[claimed].Any(other => other != name));

    private static IEnumerable<string> ClaimedNames(FeedDefinition definition) =>
        definition.ClaimedNames.Where(name => name != definition.Name).Distinct(StringComparer.Ordinal);

    private static Dictionary<string, FeedDefinition> Live(FeedDefinitions definitions) => definitions.ByName.Values
        .Select(feed => feed.Definition)
        .Where(definition => definitions.IsLive(definition.Name))
        .ToDictionary(definition => definition.Name, StringComparer.Ordinal);
}
