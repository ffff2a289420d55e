namespace Newswire.Feeds;

/// <summary>
/// Which articles a feed carries: those for which every condition holds. Names are compared as feed names are made from
/// them (<see cref="Slug"/>), so case and accents do not matter. An empty list is no condition.
/// </summary>
public sealed record FeedSelection
{
    /// <summary>At least one of these topics.</summary>
    public IReadOnlyList<string> AnyTopic { get; init => field = value ?? []; } = [];

    /// <summary>Every one of these topics.</summary>
    public IReadOnlyList<string> AllTopics { get; init => field = value ?? []; } = [];

    /// <summary>None of these topics.</summary>
    public IReadOnlyList<string> NoTopic { get; init => field = value ?? []; } = [];

    /// <summary>At least one of these authors.</summary>
    public IReadOnlyList<string> Authors { get; init => field = value ?? []; } = [];

    /// <summary>One of these sections.</summary>
    public IReadOnlyList<string> Sections { get; init => field = value ?? []; } = [];

    /// <summary>
    /// One of these languages: a basic range of RFC 4647 §3.3.1, so <c>en</c> takes <c>en-GB</c> too.
    /// </summary>
    public IReadOnlyList<string> Languages { get; init => field = value ?? []; } = [];
}
