using System.Globalization;

namespace Newswire.Projection;

/// <summary>
/// What is kept beside a public document: the validators it is served with. They change together and only when the
/// bytes do, which the storage account's own ETag and Last-Modified do not promise (a pass that repairs after a crash
/// writes equal bytes again, to fence off the one that stalled).
/// </summary>
/// <param name="Hash">Fingerprint of the bytes; the strong ETag (RFC 9110 §8.8.3) without its quotes.</param>
/// <param name="Modified">
/// When the bytes last changed, in whole seconds, each time at least a second later than before.
/// </param>
public sealed record DocumentFacts(string Hash, DateTimeOffset Modified)
{
    private const string HashName = "hash";
    private const string ModifiedName = "modified";

    /// <summary>The form kept in storage.</summary>
    public IReadOnlyDictionary<string, string> ToMetadata() => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [HashName] = Hash,
        [ModifiedName] = Modified.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Reads the stored form; null when the object was not written by the projection.</summary>
    public static DocumentFacts? From(IReadOnlyDictionary<string, string> metadata) =>
        metadata.TryGetValue(HashName, out var hash)
        && metadata.TryGetValue(ModifiedName, out var modified)
        && long.TryParse(modified, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? new DocumentFacts(hash, DateTimeOffset.FromUnixTimeSeconds(seconds))
            : null;

    /// <summary>The facts of these bytes, which last changed at the moment, in place of a document with the facts <paramref name="before"/>.</summary>
    public static DocumentFacts After(DocumentFacts? before, ReadOnlySpan<byte> bytes, DateTimeOffset changed) =>
        After(before, Fingerprint.Of(bytes), changed);

    /// <summary>The facts of new bytes that replace a document with the facts <paramref name="before"/>.</summary>
    public static DocumentFacts After(DocumentFacts? before, string hash, DateTimeOffset now)
    {
        if (before?.Hash == hash)
        {
            return before;
        }

        var modified = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        return new DocumentFacts(
            hash, before is not null && modified <= before.Modified ? before.Modified.AddSeconds(1) : modified);
    }
}
