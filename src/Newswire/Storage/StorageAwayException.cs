namespace Newswire.Storage;

/// <summary>
/// Storage did not answer, or answered that it cannot serve now. The operation may or may not have happened; trying it
/// again is right.
/// </summary>
public sealed class StorageAwayException : Exception
{
    /// <summary>Makes the exception with a sentence for the log.</summary>
    public StorageAwayException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception without details.</summary>
    public StorageAwayException()
        : this("Storage did not answer.")
    {
    }

    /// <summary>Makes the exception with a sentence for the log.</summary>
    public StorageAwayException(string message)
        : this(message, innerException: null)
    {
    }
}
