using Newswire.Auditing;

namespace Newswire.Http.Auditing;

/// <summary>An act as it was recorded.</summary>
/// <param name="Id">Its place in the log.</param>
/// <param name="When">When it began.</param>
/// <param name="Who">The publisher key's name, or whom the system said runs the command.</param>
/// <param name="Key">The publisher key's id; left out where none was needed.</param>
/// <param name="Way">Which way: <c>api</c>, <c>page</c> or <c>command-line</c>.</param>
/// <param name="Act">What was done.</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="Result"><c>done</c>, <c>refused</c> or <c>unknown</c>.</param>
/// <param name="Detail">What there is to add.</param>
/// <param name="Completed">When the outcome was known; left out when it never was.</param>
internal sealed record AuditActAnswer(
    string Id,
    DateTimeOffset When,
    string Who,
    string? Key,
    string Way,
    string Act,
    string? Subject,
    AuditResult Result,
    string? Detail,
    DateTimeOffset? Completed)
{
    public static AuditActAnswer Of(AuditEntry entry) => new(
        entry.Id,
        entry.When,
        entry.Who.Name,
        entry.Who.KeyId,
        entry.Who.Way,
        entry.Act,
        entry.Subject,
        entry.Outcome?.Result ?? AuditResult.Unknown,
        entry.Outcome?.Detail,
        entry.Outcome?.Completed);
}
