namespace Newswire.Articles;

/// <summary>One name of a byline.</summary>
/// <param name="Name">The name as printed, plain text.</param>
/// <param name="Url">The author's page, absolute http or https; null when there is none.</param>
public sealed record Author(string Name, string? Url = null);
