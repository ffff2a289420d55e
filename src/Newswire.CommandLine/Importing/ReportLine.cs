namespace Newswire.CommandLine.Importing;

/// <summary>A line of the report: an item of the source, in its order.</summary>
/// <param name="Place">Where in the source it is.</param>
/// <param name="Id">The article's id; null for what is none.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Reasons">What was lost, or why it was not taken, a sentence each; null for nothing.</param>
internal sealed record ReportLine(string Place, string? Id, ItemOutcome Outcome, IReadOnlyList<string>? Reasons = null);
