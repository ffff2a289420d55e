namespace Newswire.Http;

/// <summary>What both hosts do by the clock, as six-field cron expressions (seconds first).</summary>
public static class Schedules
{
    /// <summary>Looks whether the projection is behind, in case a wake-up message was lost: every minute.</summary>
    public const string Sweep = "0 * * * * *";
}
