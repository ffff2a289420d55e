namespace Newswire.Partners.Quotas;

/// <summary>A span of time for which there is a quota. It slides: it ends now, and not at the full hour.</summary>
/// <param name="Name">What it is called in the fields of an answer.</param>
/// <param name="Length">How long it is.</param>
public sealed record QuotaWindow(string Name, TimeSpan Length)
{
    /// <summary>
    /// The slots that requests are counted in for a window. A request counts until its whole slot has left the window, so
    /// for a sixtieth longer than the window at most: a minute of the hour, 24 minutes of the day.
    /// </summary>
    public const int Slots = 60;

    /// <summary>An hour.</summary>
    public static readonly QuotaWindow Hour = new("hour", TimeSpan.FromHours(1));

    /// <summary>A day.</summary>
    public static readonly QuotaWindow Day = new("day", TimeSpan.FromDays(1));

    /// <summary>How long a slot is.</summary>
    public TimeSpan SlotLength { get; } = Length / Slots;

    /// <summary>The slot that a moment is in, counted from the beginning of time: the same in every process.</summary>
    public long SlotOf(DateTimeOffset moment) => moment.UtcTicks / SlotLength.Ticks;

    /// <summary>When a slot begins.</summary>
    public DateTimeOffset BeginningOf(long slot) => new(slot * SlotLength.Ticks, TimeSpan.Zero);
}
