namespace Newswire.Auditing;

/// <summary>What came of an act.</summary>
/// <param name="Result">In one word.</param>
/// <param name="Completed">When that was known.</param>
/// <param name="Detail">What there is to add: an HTTP status, a number of messages. Never content.</param>
public sealed record AuditOutcome(AuditResult Result, DateTimeOffset Completed, string? Detail = null);
