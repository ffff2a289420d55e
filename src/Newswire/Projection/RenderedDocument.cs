using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>A public document as it shall be.</summary>
/// <param name="Path">Where it is kept.</param>
/// <param name="ContentType">The media type it is served with.</param>
/// <param name="Bytes">The document.</param>
internal sealed record RenderedDocument(ObjectPath Path, string ContentType, ReadOnlyMemory<byte> Bytes);
