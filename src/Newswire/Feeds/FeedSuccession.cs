namespace Newswire.Feeds;

/// <summary>Which feed has which name: follows aliases and former names from feed to feed, to the end.</summary>
/// <remarks>
/// A definition that has a name as an alias or as a former one claims it. The claim holds against the name's own
/// definition, and against other claims, if it was received later; at the same instant the own definition wins, then the
/// claim of the feed that comes first by name. So along a chain of claims the time of receipt only grows, and no chain can
/// close to a circle, whatever the definitions say.
/// </remarks>
internal sealed class FeedSuccession
{
    private readonly IReadOnlyDictionary<string, DefinedFeed> byName;
    private readonly Dictionary<string, string> successors = new(StringComparer.Ordinal);
    private readonly HashSet<string> retired = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> moved = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> otherNames;

    public FeedSuccession(IReadOnlyDictionary<string, DefinedFeed> byName)
    {
        this.byName = byName;
        Claim();
        foreach (var name in byName.Keys.Concat(successors.Keys))
        {
            var end = EndOf(name);
            if (byName[end].Definition.Retired)
            {
                retired.Add(name);
            }
            else if (end != name)
            {
                moved[name] = end;
            }
        }

        Retired = [.. retired.Order(StringComparer.Ordinal)];
        otherNames = successors.Keys.Where(name => Topical(name) != name).ToLookup(Topical, StringComparer.Ordinal);
    }

    public IReadOnlyDictionary<string, string> Moved => moved;

    public IReadOnlyList<string> Retired { get; }

    public bool IsRetired(string name) => retired.Contains(name);

    /// <summary>
    /// The feed that carries what the feed of a topic or author, or <c>latest</c>, would carry; null when none does:
    /// retired, or moved to a feed whose own selection decides.
    /// </summary>
    public string? Carrier(string name)
    {
        if (successors.Count == 0 && retired.Count == 0)
        {
            return name;
        }

        var end = moved.GetValueOrDefault(name, name);
        return !retired.Contains(name) && (end == name || FeedName.IsAutomatic(end)) ? end : null;
    }

    /// <summary>
    /// One name for all the names of a topic or author: followed from alias to feed, as long as the feed is one of a topic
    /// or author. A retired feed does not make the topic another.
    /// </summary>
    public string Topical(string name)
    {
        while (successors.TryGetValue(name, out var next) && FeedName.IsAutomatic(next))
        {
            name = next;
        }

        return name;
    }

    /// <summary>Every name that is <see cref="Topical"/> the same as this one, itself first.</summary>
    public IEnumerable<string> NamesOf(string topical) => otherNames[topical].Order(StringComparer.Ordinal).Prepend(topical);

    /// <summary>Every name whose articles the feed carries.</summary>
    public IEnumerable<string> NamesCarriedBy(string feed) =>
        moved.Where(pair => pair.Value == feed && FeedName.IsAutomatic(pair.Key)).Select(pair => pair.Key).Prepend(feed);

    private void Claim()
    {
        Dictionary<string, DateTimeOffset> since = byName.ToDictionary(
            pair => pair.Key, pair => pair.Value.Received, StringComparer.Ordinal);
        foreach (var (feed, defined) in byName)
        {
            foreach (var name in defined.Definition.ClaimedNames.Where(name => name != feed))
            {
                if (!since.TryGetValue(name, out var spoken) || defined.Received > spoken)
                {
                    since[name] = defined.Received;
                    successors[name] = feed;
                }
            }
        }
    }

    private string EndOf(string name)
    {
        while (successors.TryGetValue(name, out var next))
        {
            name = next;
        }

        return name;
    }
}
