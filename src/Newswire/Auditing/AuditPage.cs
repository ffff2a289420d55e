namespace Newswire.Auditing;

/// <summary>A stretch of the log, newest first.</summary>
/// <param name="Entries">The acts.</param>
/// <param name="Next">Where older ones begin; null when there are none.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, string? Next);
