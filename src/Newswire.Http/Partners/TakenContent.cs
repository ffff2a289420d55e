namespace Newswire.Http.Partners;

/// <summary>
/// What an answer to a partner carries, said by whoever makes it. It costs no time, and nothing is to be decided: the door
/// counts by what the answer turns out to be (content, 304, a refusal) and how long it is.
/// </summary>
internal sealed class TakenContent
{
    /// <summary>What the change stream is called among the feeds. No feed's name begins with a slash.</summary>
    public const string ChangeStream = "/changes";

    /// <summary>The feed that was asked for; null when it is no feed, or nobody has said.</summary>
    public string? Feed { get; private set; }

    /// <summary>The articles that are in the answer if it has content.</summary>
    public IReadOnlyCollection<string> Articles { get; private set; } = [];

    /// <summary>A feed was asked for. Say it before it is known whether the answer is 304 or has content.</summary>
    /// <param name="feed">The feed's present name.</param>
    /// <param name="articles">The newsroom's ids of the articles in it, as in <c>/api/articles/{id}</c>, each once.</param>
    public void Took(string feed, IReadOnlyCollection<string> articles) => (Feed, Articles) = (feed, articles);

    /// <summary>The change stream was asked for.</summary>
    /// <param name="articles">The newsroom's ids of the articles of which the answer tells, each once.</param>
    public void TookChanges(IReadOnlyCollection<string> articles) => Took(ChangeStream, articles);
}
