namespace Newswire.WebSub.Subscribing;

/// <summary>What a subscriber says to a request in its name (W3C WebSub §5.3.1).</summary>
internal enum Verdict
{
    /// <summary>It meant it: a success whose body is the challenge and nothing else.</summary>
    Confirmed,

    /// <summary>It did not, or it cannot be asked.</summary>
    Declined,

    /// <summary>It could not say for now: no answer, or a fault of its own.</summary>
    Silent,
}
