using System.IO.Hashing;
using Newswire.Projection;

namespace Newswire.Http.Serving.Deltas;

/// <summary>The entries of one version of a feed document, by the hashes of their bytes.</summary>
/// <param name="Version">The version: <see cref="DocumentFacts.Hash"/>.</param>
/// <param name="Entries">The hashes.</param>
internal sealed record EntrySet(string Version, IReadOnlySet<UInt128> Entries)
{
    /// <summary>What a hash takes in a hash set, about.</summary>
    private const long EntryBytes = 48;

    /// <summary>About how much memory it takes.</summary>
    public long LengthBytes => EntryBytes * (Entries.Count + 2);

    public static EntrySet Of(string version, IReadOnlyList<ReadOnlyMemory<byte>> entries) =>
        new(version, entries.Select(Hash).ToHashSet());

    /// <summary>Whether the version had this entry, byte for byte.</summary>
    public bool Has(ReadOnlyMemory<byte> entry) => Entries.Contains(Hash(entry));

    private static UInt128 Hash(ReadOnlyMemory<byte> entry) => XxHash128.HashToUInt128(entry.Span);
}
