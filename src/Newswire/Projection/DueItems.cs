using Newswire.Feeds;

namespace Newswire.Projection;

/// <summary>What the schedule says is to be looked at now.</summary>
/// <param name="Keys">The items' own keys.</param>
/// <param name="Articles">Ids of articles.</param>
/// <param name="Sitemap">Whether the sitemap is among them.</param>
internal sealed record DueItems(
    IReadOnlyList<EntryKey> Keys, IReadOnlyList<string> Articles, bool Sitemap);
