namespace Newswire.WebPush;

/// <summary>How much a message is worth waking a device for (RFC 8030 §5.3).</summary>
public enum PushUrgency
{
    /// <summary><c>very-low</c>: on power and Wi-Fi. Advertisements.</summary>
    VeryLow,

    /// <summary><c>low</c>: on power or Wi-Fi. Topic updates.</summary>
    Low,

    /// <summary><c>normal</c>: on neither. What a service assumes of a message that does not say.</summary>
    Normal,

    /// <summary><c>high</c>: even when the battery is low. Time-sensitive alerts.</summary>
    High,
}
