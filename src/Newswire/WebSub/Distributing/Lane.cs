namespace Newswire.WebSub.Distributing;

/// <summary>Which of two ways a subscriber is delivered to, so that those who keep us waiting hold up nobody else.</summary>
public enum Lane
{
    /// <summary>Those whose last delivery succeeded in good time: <see cref="Storage.QueueNames.WebSubDeliver"/>.</summary>
    Quick,

    /// <summary>Those who failed or were slow: <see cref="Storage.QueueNames.WebSubRetry"/>.</summary>
    Retry,
}
