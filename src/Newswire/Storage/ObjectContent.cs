namespace Newswire.Storage;

/// <summary>What to store: content and headers go in one request.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="ContentType">Media type the object is served with.</param>
public sealed record ObjectContent(ReadOnlyMemory<byte> Content, string ContentType)
{
    /// <summary>Small facts to keep beside the content; names are lower-case letters, values ASCII.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = ObjectProperties.NoMetadata;

    /// <summary>The <c>Cache-Control</c> that storage itself answers with; null for none.</summary>
    public string? CacheControl { get; init; }
}
