namespace Newswire.Partners.Changes;

/// <summary>What there was to tell.</summary>
/// <param name="Changes">The changes in their order, each article once.</param>
/// <param name="Next">Where to go on.</param>
/// <param name="HasMore">Whether there is more to tell already.</param>
public sealed record ChangesAnswer(IReadOnlyList<ToldChange> Changes, ChangeCursor Next, bool HasMore);
