namespace Newswire.Articles;

/// <summary>A subject an article is filed under. Its feed is <c>topics/{slug of the name}</c>.</summary>
/// <param name="Name">The name as readers see it, plain text.</param>
public sealed record Topic(string Name);
