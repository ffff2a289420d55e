namespace Newswire.Operations.Articles;

/// <summary>What is looked for.</summary>
/// <param name="Words">Words of the headline, or an id or the beginning of one; empty for everything.</param>
/// <param name="Shelf">Where.</param>
/// <param name="After">Where the search goes on, as <see cref="ArticleHits.Next"/> said; null for the newest.</param>
public sealed record ArticleQuery(string Words, ArticleShelf Shelf, string? After);
