namespace Newswire.TestKit.Storage;

/// <summary>Something that lives on by background work, which stops when the process dies.</summary>
internal interface IAbandonable
{
    /// <summary>Stops the background work without giving anything back.</summary>
    void Abandon();
}
