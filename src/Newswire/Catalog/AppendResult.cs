namespace Newswire.Catalog;

/// <summary>What came of an append to a catalog page.</summary>
public abstract record AppendResult
{
    private AppendResult()
    {
    }

    /// <summary>The block is durable.</summary>
    /// <param name="Offset">Where its first byte stands in the page.</param>
    /// <param name="Blocks">How many blocks the page holds now; storage allows 50,000.</param>
    public sealed record Appended(long Offset, int Blocks) : AppendResult;

    /// <summary>The page is closed; nothing was written.</summary>
    public sealed record PageSealed : AppendResult;
}
