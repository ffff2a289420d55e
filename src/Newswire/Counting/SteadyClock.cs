namespace Newswire.Counting;

/// <summary>
/// A clock that only goes forward: what the system's clock said when it was made, and the time since. Setting the system's
/// clock neither gives a partner its quota back nor takes it away.
/// </summary>
internal sealed class SteadyClock(TimeProvider time)
{
    private readonly DateTimeOffset start = time.GetUtcNow();
    private readonly long startedAt = time.GetTimestamp();

    public DateTimeOffset Now => start + time.GetElapsedTime(startedAt);
}
