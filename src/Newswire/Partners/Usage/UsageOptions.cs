namespace Newswire.Partners.Usage;

/// <summary>What is kept of what partners have taken.</summary>
public sealed class UsageOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "PartnerUsage";

    /// <summary>
    /// How many days are kept, today not counted; older ones are removed within the hour. Default 400: a year, and time to
    /// settle the accounts of it. From 1 to 3,660.
    /// </summary>
    public int KeptDays { get; init; } = 400;
}
