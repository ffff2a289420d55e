namespace Newswire.Connectors;

/// <summary>How an author is printed whom the CMS names by a number only.</summary>
/// <param name="Id">The number there.</param>
/// <param name="Name">The name as printed.</param>
public sealed record ConnectorAuthor(string Id, string Name);
