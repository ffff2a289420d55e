namespace Newswire.Http;

/// <summary>What both hosts do by the clock, as six-field cron expressions (seconds first).</summary>
public static class Schedules
{
    /// <summary>Looks whether the projection is behind, in case a wake-up message was lost: every minute.</summary>
    public const string Sweep = "0 * * * * *";

    /// <summary>Drops what is over of subscriptions: every hour.</summary>
    public const string Housekeeping = "0 0 * * * *";
}
