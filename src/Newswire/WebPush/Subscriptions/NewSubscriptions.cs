namespace Newswire.WebPush.Subscriptions;

/// <summary>Counts what is new in this minute, so that it stays within bounds.</summary>
internal sealed class NewSubscriptions(int maxPerMinute, TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private DateTimeOffset begin = DateTimeOffset.MinValue;
    private int taken;

    /// <summary>Takes one.</summary>
    /// <returns>Zero when it was taken, otherwise how long to wait before there are some again.</returns>
    public TimeSpan Take()
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            if (now - begin >= Minute)
            {
                (begin, taken) = (now, 0);
            }

            return taken++ < maxPerMinute ? TimeSpan.Zero : begin + Minute - now;
        }
    }
}
