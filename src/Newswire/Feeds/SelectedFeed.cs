namespace Newswire.Feeds;

/// <summary>A feed's selection with its names resolved, so that comparing them with an article's is all that is left.</summary>
internal sealed record SelectedFeed(string Name)
{
    public required IReadOnlyList<string> AnyTopic { get; init; }

    public required IReadOnlyList<string> AllTopics { get; init; }

    public required IReadOnlyList<string> NoTopic { get; init; }

    public required IReadOnlyList<string> Authors { get; init; }

    public required IReadOnlyList<string> Sections { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Names of which a selected article has at least one; null when there is nothing it must have.</summary>
    public IReadOnlyList<string>? Keys =>
        AllTopics.Count > 0 ? [AllTopics[0]]
        : AnyTopic.Count > 0 ? AnyTopic
        : Authors.Count > 0 ? Authors
        : Sections.Count > 0 ? Sections
        : null;

    /// <param name="has">The article's topics, authors and section, resolved.</param>
    /// <param name="language">The article's language.</param>
    public bool Selects(HashSet<string> has, string language) =>
        AllTopics.All(has.Contains)
        && !NoTopic.Any(has.Contains)
        && (AnyTopic.Count == 0 || AnyTopic.Any(has.Contains))
        && (Authors.Count == 0 || Authors.Any(has.Contains))
        && (Sections.Count == 0 || Sections.Any(has.Contains))
        && (Languages.Count == 0 || Languages.Any(range => Matches(range, language)));

    /// <summary>The selection in words, every name with all the others it goes by: what differs, may select differently.</summary>
    public string Reach(FeedSuccession succession) => string.Join(
        '|',
        new[] { AnyTopic, AllTopics, NoTopic, Authors, Sections, Languages }.Select(names =>
            string.Join(';', names.Select(name => string.Join(',', succession.NamesOf(name))))));

    /// <summary>RFC 4647 §3.3.1.</summary>
    private static bool Matches(string range, string language) =>
        range == "*"
        || (language.StartsWith(range, StringComparison.OrdinalIgnoreCase)
            && (language.Length == range.Length || language[range.Length] == '-'));
}
