namespace Newswire.Operations.Articles;

/// <summary>What one request found.</summary>
/// <param name="ById">Those whose id begins with what was looked for; only on the first page.</param>
/// <param name="Found">Those whose headline has the words, in the order of the shelf.</param>
/// <param name="Looked">How many articles were looked at.</param>
/// <param name="Next">Where the search goes on; null when there is nothing more to look at.</param>
public sealed record ArticleHits(
    IReadOnlyList<ArticleHit> ById, IReadOnlyList<ArticleHit> Found, int Looked, string? Next);
