namespace Newswire.Server.Hosting;

/// <summary>The server cannot start; the message is one sentence for the person who tried.</summary>
internal sealed class StartException : Exception
{
    public StartException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    public StartException()
        : this("The server cannot start.")
    {
    }

    public StartException(string message)
        : this(message, innerException: null)
    {
    }
}
