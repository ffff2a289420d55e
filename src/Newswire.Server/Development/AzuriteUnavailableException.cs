namespace Newswire.Server.Development;

/// <summary>The storage emulator cannot be started; the message is one sentence for the person who tried.</summary>
internal sealed class AzuriteUnavailableException : Exception
{
    public AzuriteUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    public AzuriteUnavailableException()
        : this("The storage emulator cannot be started.")
    {
    }

    public AzuriteUnavailableException(string message)
        : this(message, innerException: null)
    {
    }
}
