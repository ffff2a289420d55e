using Newswire.Auditing;

namespace Newswire.Http.Auditing;

/// <summary>A stretch of the audit log.</summary>
/// <param name="Acts">The acts, newest first.</param>
/// <param name="Next">What to send as <c>after</c> for older ones; left out when there are none.</param>
internal sealed record AuditAnswer(IReadOnlyList<AuditActAnswer> Acts, string? Next)
{
    public static AuditAnswer Of(AuditPage page) => new([.. page.Entries.Select(AuditActAnswer.Of)], page.Next);
}
