namespace Newswire.Articles;

/// <summary>
/// An article as it may be passed on to others. Whatever partners get is written from one of these, and
/// <see cref="Of"/> is the only way to one, so that no output can forget what may not be passed on.
/// </summary>
public sealed record SyndicatedArticle
{
    private SyndicatedArticle(Article article) => Article = article;

    /// <summary>The content that is left.</summary>
    public Article Article { get; }

    /// <summary>The article without what may not be passed on.</summary>
    public static SyndicatedArticle Of(Article article) => new(article);
}
