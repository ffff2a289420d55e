using Newswire.Catalog;

namespace Newswire.Http.Ingest;

/// <summary>The answer to an accepted change.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Position">The catalog position behind the change.</param>
/// <param name="Visible">Whether the feeds show it already; asked for by <c>Prefer: wait</c>.</param>
/// <param name="Scheduled">
/// From when on readers see it, when that is still to come; left out otherwise, and nothing is waited for then.
/// </param>
/// <param name="Ignored">JSON Pointers of members the model does not have; left out when there are none.</param>
/// <param name="Article">What was found on an imported page; left out otherwise.</param>
internal sealed record AcceptedAnswer(
    string Id,
    string Position,
    bool Visible,
    DateTimeOffset? Scheduled = null,
    IReadOnlyList<string>? Ignored = null,
    ArticleAnswer? Article = null)
{
    /// <summary>From when on readers see what the change brings; null when nothing stands in the way now.</summary>
    public static DateTimeOffset? ScheduleOf(Change change) =>
        change is Change.Publish publish && publish.ShownFrom > publish.Received ? publish.ShownFrom : null;
}
