using Newswire.Feeds;

namespace Newswire.Http.Definitions;

/// <summary>A definition in the form in which it is sent, so that it can be edited and sent back.</summary>
internal sealed record DefinitionAnswer
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Logo { get; init; }

    public TopicsAnswer? Topics { get; init; }

    public IReadOnlyList<string>? Authors { get; init; }

    public IReadOnlyList<string>? Sections { get; init; }

    public IReadOnlyList<string>? Languages { get; init; }

    public required EntryContent Content { get; init; }

    public SizeAnswer? Size { get; init; }

    public IReadOnlyList<string>? Aliases { get; init; }

    public IReadOnlyList<string>? FormerNames { get; init; }

    public static DefinitionAnswer Of(FeedDefinition definition)
    {
        var selection = definition.Selection ?? new FeedSelection();
        return new DefinitionAnswer
        {
            Title = definition.Title,
            Description = definition.Description,
            Logo = definition.LogoUrl,
            Topics = TopicsAnswer.Of(selection),
            Authors = SomeOf(selection.Authors),
            Sections = SomeOf(selection.Sections),
            Languages = SomeOf(selection.Languages),
            Content = definition.Content,
            Size = definition is { MinEntries: null, MinHours: null } ? null : new(definition.MinEntries, definition.MinHours),
            Aliases = SomeOf(definition.Aliases),
            FormerNames = SomeOf(definition.FormerNames),
        };
    }

    private static IReadOnlyList<string>? SomeOf(IReadOnlyList<string> names) => names.Count > 0 ? names : null;

    internal sealed record TopicsAnswer(
        IReadOnlyList<string>? Any, IReadOnlyList<string>? All, IReadOnlyList<string>? None)
    {
        public static TopicsAnswer? Of(FeedSelection selection)
        {
            var topics = new TopicsAnswer(SomeOf(selection.AnyTopic), SomeOf(selection.AllTopics), SomeOf(selection.NoTopic));
            return topics is { Any: null, All: null, None: null } ? null : topics;
        }
    }

    internal sealed record SizeAnswer(int? Entries, int? Hours);
}
