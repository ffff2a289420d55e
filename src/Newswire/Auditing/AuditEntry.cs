namespace Newswire.Auditing;

/// <summary>An act as it was recorded.</summary>
/// <param name="Id">Its place in the log: the order of these is that of time, the newest first.</param>
/// <param name="When">When it began.</param>
/// <param name="Who">Who did it.</param>
/// <param name="Act">One of <see cref="AuditActs"/>, or of a later version.</param>
/// <param name="Subject">What it was done to: ids and names; null for the whole.</param>
/// <param name="Outcome">What came of it; null while it is going on, and for ever when the process died meanwhile.</param>
public sealed record AuditEntry(
    string Id, DateTimeOffset When, AuditActor Who, string Act, string? Subject, AuditOutcome? Outcome);
