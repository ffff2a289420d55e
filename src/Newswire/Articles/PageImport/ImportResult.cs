namespace Newswire.Articles.PageImport;

/// <summary>What reading a page came to.</summary>
internal abstract record ImportResult
{
    private ImportResult()
    {
    }

    /// <summary>The page is an article.</summary>
    internal sealed record Found(ImportedPage Page) : ImportResult;

    /// <summary>The page is no article, or none that can be read.</summary>
    /// <param name="LookedFor">What an article has and this page lacks, each a phrase a newsroom developer understands.</param>
    internal sealed record NoArticle(IReadOnlyList<string> LookedFor) : ImportResult;
}
