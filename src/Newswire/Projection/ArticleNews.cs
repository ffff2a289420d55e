namespace Newswire.Projection;

/// <summary>An article that a pass has looked at.</summary>
/// <param name="Before">Its view before; null when there was none.</param>
/// <param name="After">Its view as it is stored now.</param>
public sealed record ArticleNews(ArticleView? Before, ArticleView After);
