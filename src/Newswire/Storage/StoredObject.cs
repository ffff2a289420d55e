namespace Newswire.Storage;

/// <summary>An object as it was read.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="Properties">What storage says of it.</param>
public sealed record StoredObject(ReadOnlyMemory<byte> Content, ObjectProperties Properties);
