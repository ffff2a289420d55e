namespace Newswire.WebPush;

/// <summary>What came of sending a message, and so what is to become of the subscription.</summary>
public abstract record PushOutcome
{
    private PushOutcome()
    {
    }

    /// <summary>The service has the message (2xx). Whether it ever reaches the reader, nobody says.</summary>
    public sealed record Delivered : PushOutcome;

    /// <summary>The subscription has ended (404, 410): it is to be deleted.</summary>
    public sealed record Gone : PushOutcome;

    /// <summary>The service takes no message of this length (413).</summary>
    public sealed record TooLarge : PushOutcome;

    /// <summary>The service is busy (429), in trouble (5xx), too slow or out of reach: the message may be sent again.</summary>
    /// <param name="RetryAfter">How long it asks to be left alone, never negative; null when it does not say.</param>
    public sealed record TryLater(TimeSpan? RetryAfter = null) : PushOutcome;

    /// <summary>The service does not take the message, and will not later either: the request itself is wrong in its eyes.</summary>
    /// <param name="Status">Its status code: any that has no meaning above, a redirect included.</param>
    public sealed record Refused(int Status) : PushOutcome;

    /// <summary>Nothing was sent: the host is no known push service, or has no public address.</summary>
    public sealed record NotAllowed : PushOutcome;
}
