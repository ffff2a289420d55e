using System.Text.Json.Serialization;
using Newswire.Articles;

namespace Newswire.Feeds;

/// <summary>
/// What the newsroom has said of its feeds, all of it: which feeds there are beside those that come into being by
/// themselves, which articles each carries, and what has become of names given up. Immutable; it depends on the set of
/// the definitions only, not on their order or repetition.
/// </summary>
/// <remarks>
/// Several definitions may speak of one name: its own, and those of others that have it as an alias or as a former name.
/// The one received last holds (<see cref="FeedSuccession"/>). So a rename is one definition, that of the new name, and a
/// definition given to an old name afterwards brings it back.
/// </remarks>
public sealed class FeedDefinitions
{
    /// <summary>How many feeds a newsroom may define; those retired or moved do not count.</summary>
    public const int MaxFeeds = 500;

    /// <summary>Nothing said.</summary>
    public static readonly FeedDefinitions Empty = new(new Dictionary<string, DefinedFeed>(StringComparer.Ordinal));

    /// <summary>The definitions by name of feed.</summary>
    [JsonConstructor]
    public FeedDefinitions(IReadOnlyDictionary<string, DefinedFeed> byName) =>
        ByName = new SortedDictionary<string, DefinedFeed>(byName.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The last definition of every name, retired and moved ones included; ordered by name.</summary>
    public IReadOnlyDictionary<string, DefinedFeed> ByName { get; }

    /// <summary>Names that have become another feed's, each with the feed that has it now, ordered by name.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Moved => Succession.Moved;

    /// <summary>Names given up for good, and those that had moved to one of them; ordered.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Retired => Succession.Retired;

    /// <summary>When the last of the definitions was given; the earliest moment there is when there is none.</summary>
    [JsonIgnore]
    public DateTimeOffset LastReceived => ByName.Values.Select(feed => feed.Received).DefaultIfEmpty().Max();

    private FeedSuccession Succession => field ??= new FeedSuccession(ByName);

    private SelectedFeeds Selected => field ??= new SelectedFeeds(
        ByName.Values.Select(feed => feed.Definition).Where(definition => IsLive(definition.Name)), Succession);

    /// <summary>These definitions and one more; the same object when it changes nothing.</summary>
    /// <param name="definition">What is said of the feed; of several for one feed the last received holds.</param>
    /// <param name="received">When it was said.</param>
    public FeedDefinitions With(FeedDefinition definition, DateTimeOffset received)
    {
        var added = new DefinedFeed(definition, received);
        return ByName.TryGetValue(definition.Name, out var known) && DefinedFeed.Compare(known, added) >= 0
            ? this
            : new FeedDefinitions(
                new Dictionary<string, DefinedFeed>(ByName, StringComparer.Ordinal) { [definition.Name] = added });
    }

    /// <summary>The last definition of this name, whatever has become of it since; null when there is none.</summary>
    public FeedDefinition? Find(string feed) => ByName.GetValueOrDefault(feed)?.Definition;

    /// <summary>Whether the definition is in force just as given here.</summary>
    public bool Holds(FeedDefinition definition) =>
        Find(definition.Name) is { } known
        && IsLive(definition.Name)
        && DefinitionJson.Text(known) == DefinitionJson.Text(definition);

    /// <summary>
    /// Every live feed that carries the article, each once, in the order <c>latest</c>, topics, authors, then the defined
    /// ones by name. What the feed of an alias or of a former name would carry, the feed that has the name now carries,
    /// unless that one has a selection of its own.
    /// </summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The publication's language, which an article that names none is in.</param>
    public IReadOnlyList<string> Selecting(Article article, string language) =>
    [
        .. FeedName.Selecting(article).Select(Succession.Carrier).OfType<string>()
            .Concat(Selected.Of(article, language))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>
    /// The feed that has the name now, followed to the end: where the name is an alias' own feed or a former name. Null
    /// when the name has not moved.
    /// </summary>
    public string? MovedTo(string name) => Moved.GetValueOrDefault(name);

    /// <summary>Whether the name is given up for good.</summary>
    public bool IsRetired(string name) => Succession.IsRetired(name);

    /// <summary>Whether the name is neither moved nor retired, so that a feed may be there.</summary>
    public bool IsLive(string name) => MovedTo(name) is null && !IsRetired(name);

    /// <summary>
    /// What people call the feed: as it is defined; or else the topic's or author's name as the newest of its articles
    /// spells it, an alias only where no article has the feed's own; or else the last part of the feed's name.
    /// </summary>
    public string Title(string feed, IReadOnlyList<Article> newestFirst) =>
        Find(feed)?.Title
        ?? (feed == FeedName.Latest ? "Latest" : null)
        ?? Spelling(newestFirst, name => name == feed)
        ?? Spelling(newestFirst, name => Succession.Carrier(name) == feed)
        ?? feed[(feed.LastIndexOf('/') + 1)..];

    /// <summary>
    /// The live feeds that may carry other articles than under <paramref name="before"/>: what is to be derived anew from
    /// the articles that are there already. A change of presentation alone is none. Ordered by name.
    /// </summary>
    public IReadOnlyList<string> DerivedAnew(FeedDefinitions before) =>
    [
        .. Spoken.Concat(before.Spoken).Distinct(StringComparer.Ordinal)
            .Where(feed => Reach(feed) is { } reach && reach != before.Reach(feed))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Every name that any definition is about.</summary>
    private IEnumerable<string> Spoken => ByName.Keys.Concat(Moved.Keys).Concat(Retired);

    private static string? Spelling(IReadOnlyList<Article> newestFirst, Func<string, bool> isFeed) => newestFirst
        .Select(article =>
            article.Topics.FirstOrDefault(topic => isFeed(FeedName.OfTopic(topic)))?.Name
            ?? article.Authors.FirstOrDefault(author => isFeed(FeedName.OfAuthor(author)))?.Name)
        .FirstOrDefault(name => name is not null);

    /// <summary>
    /// All that decides which articles a feed carries; null when it carries none, because it is not live or not there.
    /// </summary>
    private string? Reach(string feed) =>
        !IsLive(feed) ? null
        : FeedName.IsAutomatic(feed) ? string.Join('\n', Succession.NamesCarriedBy(feed))
        : Selected.Reach(feed);
}
