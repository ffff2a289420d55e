namespace Newswire.Delivery;

/// <summary>How long to wait before somebody who could not be reached is tried again.</summary>
/// <param name="delays">The delay after the first failure, after the second, and so on.</param>
public sealed class RetryDelays(params IReadOnlyList<TimeSpan> delays)
{
    /// <summary>
    /// The delay after so many failures running, counted from 1; null when it is time to wait for another reason than the
    /// clock.
    /// </summary>
    public TimeSpan? After(int failures) => failures >= 1 && failures <= delays.Count ? delays[failures - 1] : null;
}
