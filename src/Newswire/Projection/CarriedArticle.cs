namespace Newswire.Projection;

/// <summary>An article in a feed.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="State">What readers see of it.</param>
public sealed record CarriedArticle(string Id, ArticleState.Visible State);
