namespace Newswire.Partners.Profiles;

/// <summary>A feed as a partner gets it.</summary>
/// <param name="ContentType">The media type with its charset, as in <c>Content-Type</c>.</param>
/// <param name="Bytes">The document, UTF-8.</param>
public sealed record PartnerDocument(string ContentType, ReadOnlyMemory<byte> Bytes);
