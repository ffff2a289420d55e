using Newswire.Articles;

namespace Newswire.Feeds;

/// <summary>
/// The feeds that have a selection, arranged so that an article meets only those it has a name in common with: it is
/// asked for every article of the archive when a feed is filled.
/// </summary>
internal sealed class SelectedFeeds
{
    private const string SectionPrefix = "sections/";

    private readonly FeedSuccession succession;
    private readonly Dictionary<string, SelectedFeed> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SelectedFeed>> byKey = new(StringComparer.Ordinal);
    private readonly List<SelectedFeed> withoutKey = [];

    /// <param name="live">The definitions in force; those of topics, authors and <c>latest</c> have no selection.</param>
    /// <param name="succession">What topics and authors are the same.</param>
    public SelectedFeeds(IEnumerable<FeedDefinition> live, FeedSuccession succession)
    {
        this.succession = succession;
        foreach (var definition in live.Where(definition => !FeedName.IsAutomatic(definition.Name)))
        {
            var feed = Resolve(definition);
            byName[feed.Name] = feed;
            if (feed.Keys is not { } keys)
            {
                withoutKey.Add(feed);
                continue;
            }

            foreach (var key in keys)
            {
                if (!byKey.TryGetValue(key, out var feeds))
                {
                    byKey[key] = feeds = [];
                }

                feeds.Add(feed);
            }
        }
    }

    /// <summary>The names of the feeds that select the article, ordered.</summary>
    public IEnumerable<string> Of(Article article, string language)
    {
        if (byName.Count == 0)
        {
            return [];
        }

        HashSet<string> keys =
        [
            .. article.Topics.Select(topic => succession.Topical(FeedName.OfTopic(topic))),
            .. article.Authors.Select(author => succession.Topical(FeedName.OfAuthor(author))),
        ];
        if (article.Section is { } section)
        {
            keys.Add(Section(section));
        }

        return keys.SelectMany(key => byKey.GetValueOrDefault(key) ?? [])
            .Concat(withoutKey)
            .Where(feed => feed.Selects(keys, article.Language ?? language))
            .Select(feed => feed.Name)
            .Order(StringComparer.Ordinal);
    }

    /// <summary>All that decides which articles the feed carries; null when it has no selection or is not live.</summary>
    public string? Reach(string feed) => byName.GetValueOrDefault(feed)?.Reach(succession);

    private static string Section(string name) => SectionPrefix + Slug.From(name);

    private SelectedFeed Resolve(FeedDefinition definition)
    {
        var selection = definition.Selection ?? new FeedSelection();
        return new SelectedFeed(definition.Name)
        {
            AnyTopic = Topics(selection.AnyTopic),
            AllTopics = Topics(selection.AllTopics),
            NoTopic = Topics(selection.NoTopic),
            Authors = Resolve(selection.Authors, name => succession.Topical(FeedName.OfAuthor(new Author(name)))),
            Sections = Resolve(selection.Sections, Section),
            Languages = Resolve(selection.Languages, language => language.ToLowerInvariant()),
        };

        IReadOnlyList<string> Topics(IReadOnlyList<string> names) =>
            Resolve(names, name => succession.Topical(FeedName.OfTopic(new Topic(name))));
    }

    private static IReadOnlyList<string> Resolve(IReadOnlyList<string> names, Func<string, string> resolve) =>
        [.. names.Select(resolve).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
