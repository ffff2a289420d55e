namespace Newswire.Importing;

/// <summary>What came of opening a source.</summary>
public abstract record ImportOpening
{
    private ImportOpening()
    {
    }

    /// <summary>It can be read.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Source">What is in it.</param>
    public sealed record Opened(ImportKind Kind, IImportSource Source) : ImportOpening;

    /// <summary>It is not there, or nothing that can be imported.</summary>
    /// <param name="Reason">Why, as a sentence that says what to do.</param>
    public sealed record Refused(string Reason) : ImportOpening;
}
