namespace Newswire.Articles;

/// <summary>Who grants licences of a picture (IPTC Photo Metadata: Licensor). At least one of the two is known.</summary>
/// <param name="Name">The person or house, plain text.</param>
/// <param name="Url">Where a licence can be had (schema.org <c>acquireLicensePage</c>), absolute http or https.</param>
public sealed record Licensor(string? Name = null, string? Url = null);
