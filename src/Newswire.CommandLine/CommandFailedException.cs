namespace Newswire.CommandLine;

/// <summary>A command cannot be done; the message is a sentence, or several lines, for the person who gave it.</summary>
internal class CommandFailedException : Exception
{
    public CommandFailedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    public CommandFailedException()
        : this("The command cannot be done.")
    {
    }

    public CommandFailedException(string message)
        : this(message, innerException: null)
    {
    }
}
