namespace Newswire.Http.Ingest;

/// <summary>The answer to one line of a batch.</summary>
/// <param name="Line">The number of the line, counted from 1, empty lines included.</param>
/// <param name="Status">What the line alone would have been answered with.</param>
/// <param name="Id">The article's id, when the line was accepted.</param>
/// <param name="Position">The catalog position behind the change, when the line was accepted.</param>
/// <param name="Scheduled">From when on readers see it, when that is still to come; left out otherwise.</param>
/// <param name="Ignored">JSON Pointers of members the model does not have; left out when there are none.</param>
/// <param name="Problem">Why the line was refused.</param>
internal sealed record BatchLineAnswer(
    int Line,
    int Status,
    string? Id = null,
    string? Position = null,
    DateTimeOffset? Scheduled = null,
    IReadOnlyList<string>? Ignored = null,
    ProblemDocument? Problem = null);
