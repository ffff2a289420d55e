namespace Newswire.Http.Definitions;

/// <summary>A feed as it stands.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind"><c>latest</c>, <c>topic</c>, <c>author</c> or <c>defined</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Addresses">The absolute address of its document in each format, by extension.</param>
/// <param name="Backfill">How far it has been filled, while that goes on; left out otherwise.</param>
/// <param name="Definition">The definition in force; left out where there is none, and in the list of feeds.</param>
internal sealed record FeedAnswer(
    string Name,
    string Kind,
    string Title,
    IReadOnlyDictionary<string, string> Addresses,
    BackfillAnswer? Backfill = null,
    DefinitionAnswer? Definition = null);
