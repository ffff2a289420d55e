namespace Newswire.Http.Serving;

/// <summary>One encoded form of a document (RFC 9110 §8.4), with the strong validator of exactly these bytes.</summary>
/// <param name="ContentEncoding">The coding; null for the plain form.</param>
/// <param name="ETag">The entity tag with its quotes.</param>
/// <param name="Bytes">The content.</param>
internal sealed record Representation(string? ContentEncoding, string ETag, ReadOnlyMemory<byte> Bytes);
