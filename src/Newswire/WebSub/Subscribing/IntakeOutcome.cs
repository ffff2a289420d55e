namespace Newswire.WebSub.Subscribing;

/// <summary>What became of a request to subscribe or unsubscribe.</summary>
public abstract record IntakeOutcome
{
    private IntakeOutcome()
    {
    }

    /// <summary>It is kept and will be verified.</summary>
    public sealed record Accepted : IntakeOutcome;

    /// <summary>The callback's host has as much of us as it may have.</summary>
    /// <param name="RetryAfter">When asking again may help.</param>
    public sealed record HostLimited(TimeSpan RetryAfter) : IntakeOutcome;

    /// <summary>This process has as much to verify as it takes on.</summary>
    /// <param name="RetryAfter">When asking again will help.</param>
    public sealed record Busy(TimeSpan RetryAfter) : IntakeOutcome;
}
