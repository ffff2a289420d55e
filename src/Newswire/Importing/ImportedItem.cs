namespace Newswire.Importing;

/// <summary>One thing an <see cref="IImportSource"/> holds.</summary>
/// <param name="Place">Where in the source it was found, so that a person finds it: a file and a line, an address, an id there.</param>
public abstract record ImportedItem(string Place)
{
    /// <summary>An article, in the form in which a newsroom would submit it.</summary>
    /// <param name="Place">Where it was found.</param>
    /// <param name="Id">The article's id: made from the source's own durable id, so that taking it again is no second article.</param>
    /// <param name="Json">
    /// The JSON object that <c>PUT /api/articles/{id}</c> takes (UTF-8), its <c>version</c> or <c>updated</c> from the source, so that taking it
    /// again changes nothing. It passes the same checks as every submission.
    /// </param>
    public sealed record Article(string Place, string Id, ReadOnlyMemory<byte> Json) : ImportedItem(Place)
    {
        /// <summary>What of the article could not be taken, a sentence each.</summary>
        public IReadOnlyList<string> Losses { get; init; } = [];
    }

    /// <summary>An article that was taken back there: the source says so, and what may have been taken of it before goes as well.</summary>
    /// <param name="Place">Where it was found.</param>
    /// <param name="Id">The article's id, made as that of an <see cref="Article"/>.</param>
    /// <param name="Version">Withdraws versions up to this one; null withdraws every version received before.</param>
    public sealed record Withdrawal(string Place, string Id, long? Version) : ImportedItem(Place);

    /// <summary>Something that is not taken: a draft, a page that is no article, what cannot be read.</summary>
    /// <param name="Place">Where it was found.</param>
    /// <param name="Reason">Why, as a sentence.</param>
    public sealed record LeftOut(string Place, string Reason) : ImportedItem(Place);
}
