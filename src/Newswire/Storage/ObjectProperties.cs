namespace Newswire.Storage;

/// <summary>What storage says of an object beside its content.</summary>
/// <param name="ETag">Opaque tag of this very version, as storage gave it; changes with every write.</param>
/// <param name="ContentType">Media type it is served with.</param>
/// <param name="Metadata">Small facts written with the content; names are lower-case letters, values ASCII.</param>
public sealed record ObjectProperties(string ETag, string? ContentType, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>No metadata.</summary>
    public static readonly IReadOnlyDictionary<string, string> NoMetadata = new Dictionary<string, string>(StringComparer.Ordinal);
}
