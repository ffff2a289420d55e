namespace Newswire.Projection.Generations;

/// <summary>A document that is not what the catalog says.</summary>
/// <param name="Document">Its name in the container of documents: <c>feeds/latest.rss</c>.</param>
/// <param name="Kind">What is wrong with it.</param>
public sealed record Difference(string Document, DifferenceKind Kind);
