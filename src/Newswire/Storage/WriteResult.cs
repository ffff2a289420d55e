namespace Newswire.Storage;

/// <summary>What came of a conditional write.</summary>
public abstract record WriteResult
{
    private WriteResult()
    {
    }

    /// <summary>The object is stored.</summary>
    /// <param name="ETag">The tag of the new version.</param>
    public sealed record Written(string ETag) : WriteResult;

    /// <summary>Somebody else wrote, created or deleted the object since; nothing was changed.</summary>
    public sealed record Conflict : WriteResult;
}
