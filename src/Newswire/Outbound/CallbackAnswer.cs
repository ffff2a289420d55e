namespace Newswire.Outbound;

/// <summary>What came of a request to a callback.</summary>
public abstract record CallbackAnswer
{
    private CallbackAnswer()
    {
    }

    /// <summary>It was answered, however.</summary>
    /// <param name="Status">The HTTP status code.</param>
    /// <param name="Body">
    /// The beginning of the body of a success, as far as it was asked for; with as many bytes, more may have followed.
    /// </param>
    public sealed record Answered(int Status, ReadOnlyMemory<byte> Body) : CallbackAnswer
    {
        /// <summary>For how long the callback wants to be left alone (RFC 9110 §10.2.3); null when it does not say.</summary>
        public TimeSpan? RetryAfter { get; init; }

        /// <summary>Whether the status is one of success: 200 to 299.</summary>
        public bool IsSuccess => Status is >= 200 and < 300;
    }

    /// <summary>No answer within the time, no connection, or one that broke.</summary>
    public sealed record None : CallbackAnswer;

    /// <summary>The host has no public address; nothing was sent.</summary>
    public sealed record Refused : CallbackAnswer;
}
