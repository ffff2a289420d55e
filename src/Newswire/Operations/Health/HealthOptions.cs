namespace Newswire.Operations.Health;

/// <summary>When it counts as well.</summary>
public sealed class HealthOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Health";

    /// <summary>
    /// How long storage may take to answer. Default 2 seconds: those who ask for health mostly wait 5. From 0.1 seconds to a
    /// minute.
    /// </summary>
    public TimeSpan MaxStorageTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How far the documents may be behind the catalog. Default 2 minutes: a lost message is found by the sweep within one.
    /// From a second to a day.
    /// </summary>
    public TimeSpan MaxLag { get; init; } = TimeSpan.FromMinutes(2);
}
