using System.IO.Hashing;

namespace Newswire.Http.Serving.Deltas;

/// <summary>The entries of one version of a document, by the hashes of their bytes.</summary>
/// <param name="Version">The version: <see cref="Newswire.Projection.DocumentFacts.Hash"/>.</param>
/// <param name="Entries">The hashes.</param>
internal sealed record EntrySet(string Version, IReadOnlySet<UInt128> Entries)
{
    public static EntrySet Of(string version, IReadOnlyList<ReadOnlyMemory<byte>> entries) =>
        new(version, entries.Select(Hash).ToHashSet());

    /// <summary>Whether the version had this entry, byte for byte.</summary>
    public bool Has(ReadOnlyMemory<byte> entry) => Entries.Contains(Hash(entry));

    private static UInt128 Hash(ReadOnlyMemory<byte> entry) => XxHash128.HashToUInt128(entry.Span);
}
