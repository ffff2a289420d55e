namespace Newswire.Http.Definitions;

/// <summary>The answer to an accepted definition.</summary>
/// <param name="Name">The feed's name.</param>
/// <param name="Position">The catalog position behind the change.</param>
/// <param name="InForce">Whether the feeds follow it already; asked for by <c>Prefer: wait</c>.</param>
/// <param name="Backfill">How far the feed has been filled, while that goes on; left out otherwise.</param>
/// <param name="Ignored">JSON Pointers of members the model does not have; left out when there are none.</param>
internal sealed record DefinedAnswer(
    string Name, string Position, bool InForce, BackfillAnswer? Backfill = null, IReadOnlyList<string>? Ignored = null);
