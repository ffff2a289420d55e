namespace Newswire.Auditing;

/// <summary>The record that is written before an act; stored as <c>audit/{place}/act.json</c>.</summary>
/// <param name="When">When it began.</param>
/// <param name="Who">Who does it.</param>
/// <param name="Act">One of <see cref="AuditActs"/>.</param>
/// <param name="Subject">What it is done to; null for the whole.</param>
internal sealed record AuditIntent(DateTimeOffset When, AuditActor Who, string Act, string? Subject = null);
