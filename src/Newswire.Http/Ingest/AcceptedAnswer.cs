namespace Newswire.Http.Ingest;

/// <summary>The answer to an accepted change.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Position">The catalog position behind the change.</param>
/// <param name="Visible">Whether the feeds show it already; asked for by <c>Prefer: wait</c>.</param>
/// <param name="Ignored">JSON Pointers of members the model does not have; left out when there are none.</param>
/// <param name="Article">What was found on an imported page; left out otherwise.</param>
internal sealed record AcceptedAnswer(
    string Id, string Position, bool Visible, IReadOnlyList<string>? Ignored = null, ArticleAnswer? Article = null);
