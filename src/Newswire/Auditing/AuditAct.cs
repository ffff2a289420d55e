using Newswire.Keys;
using Newswire.Partners;

namespace Newswire.Auditing;

/// <summary>What somebody sets out to do.</summary>
public sealed record AuditAct
{
    /// <summary>The most characters of a subject that are kept.</summary>
    public const int MaxSubjectLength = 300;

    /// <param name="name">One of <see cref="AuditActs"/>.</param>
    /// <param name="subject">What it is done to: ids and names, parts separated by spaces. What looks like a key is not kept.</param>
    public AuditAct(string name, string? subject)
    {
        Name = name;
        Subject = subject is null ? null : Safe(subject);
    }

    /// <summary>One of <see cref="AuditActs"/>.</summary>
    public string Name { get; }

    /// <summary>What it is done to; null for the whole.</summary>
    public string? Subject { get; }

    // Ids come out of addresses, and people paste a key where its id belongs.
    private static string Safe(string subject) =>
        subject.Contains(PublisherKeys.Prefix, StringComparison.OrdinalIgnoreCase)
        || subject.Contains(PartnerRecords.Prefix, StringComparison.OrdinalIgnoreCase)
            ? "(not kept: it looks like a key)"
            : subject.Length <= MaxSubjectLength ? subject : subject[..MaxSubjectLength];
}
