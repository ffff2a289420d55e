namespace Newswire.TestKit.Faults;

/// <summary>The process is dead: nothing of it reaches storage any more.</summary>
public sealed class CrashException : Exception
{
    public CrashException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    public CrashException()
        : this("The process is dead.")
    {
    }

    public CrashException(string message)
        : this(message, innerException: null)
    {
    }
}
