namespace Newswire.CommandLine.Targets;

/// <summary>A request got no answer. It may have been done all the same; asking again may help.</summary>
internal sealed class UnansweredException : CommandFailedException
{
    public UnansweredException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    public UnansweredException()
        : this("There was no answer.")
    {
    }

    public UnansweredException(string message)
        : this(message, innerException: null)
    {
    }
}
