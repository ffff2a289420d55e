namespace Newswire.WebSub.Subscribing;

/// <summary>Lets so much happen within a minute, in this process.</summary>
/// <param name="maxPerMinute">How much.</param>
/// <param name="time">Says when the minute is over.</param>
internal sealed class Pace(int maxPerMinute, TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private long began = time.GetTimestamp();
    private int taken;

    /// <summary>Takes one of the minute's.</summary>
    /// <returns>How long until there are more; null when one was left.</returns>
    public TimeSpan? Take()
    {
        lock (gate)
        {
            var since = time.GetElapsedTime(began);
            if (since >= Minute)
            {
                (began, taken, since) = (time.GetTimestamp(), 0, TimeSpan.Zero);
            }

            return taken++ < maxPerMinute ? null : Minute - since;
        }
    }
}
