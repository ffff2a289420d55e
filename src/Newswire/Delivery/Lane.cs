namespace Newswire.Delivery;

/// <summary>Which of two ways somebody is delivered to, each with a queue of its own, so that those who keep us waiting hold up nobody else.</summary>
public enum Lane
{
    /// <summary>Those whose last delivery succeeded in good time.</summary>
    Quick,

    /// <summary>Those who failed or were slow.</summary>
    Retry,
}
