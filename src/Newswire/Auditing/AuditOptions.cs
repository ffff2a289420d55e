namespace Newswire.Auditing;

/// <summary>How long it is kept who did what.</summary>
public sealed class AuditOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Audit";

    /// <summary>
    /// How many days an act is kept. Default 2,557: seven years. From 1 to 36,600. An immutability policy on the container
    /// <c>audit</c> has to be over by then, or nothing can be removed.
    /// </summary>
    public int KeptDays { get; init; } = 2_557;
}
