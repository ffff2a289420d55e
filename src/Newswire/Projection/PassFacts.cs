using Newswire.Formats;

namespace Newswire.Projection;

/// <summary>What a pass knows while it plans.</summary>
/// <param name="Placement">By what it places articles.</param>
/// <param name="Entries">The entries of the articles it touches, by fingerprint.</param>
internal sealed record PassFacts(Placement Placement, IReadOnlyDictionary<string, Entry> Entries);
