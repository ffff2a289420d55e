namespace Newswire.WebSub.Distributing;

/// <summary>What a topic's document is at one moment.</summary>
/// <param name="Bytes">All of it, as readers get it.</param>
/// <param name="ContentType">The media type it is served with.</param>
/// <param name="Hash"><see cref="Projection.DocumentFacts.Hash"/> of the bytes.</param>
public sealed record TopicContent(ReadOnlyMemory<byte> Bytes, string ContentType, string Hash);
