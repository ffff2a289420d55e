using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Projection;

namespace Newswire.Http.Definitions;

/// <summary>Puts together what is known of feeds.</summary>
internal sealed class FeedAnswers(FeedsInForce feeds, Publication publication, IEnumerable<IFeedFormat> formats)
{
    private readonly IReadOnlyList<string> extensions =
        [.. formats.Select(format => format.Extension), FeedAddresses.PageExtension];

    /// <summary>Every feed there is or was.</summary>
    public async Task<FeedListAnswer> AllAsync(CancellationToken cancellationToken)
    {
        var (definitions, list, walks) = await ReadAsync(cancellationToken);
        return new FeedListAnswer(
            [.. Live(definitions, list).Select(feed => Of(feed, definitions, list, walks))],
            definitions.Moved,
            definitions.Retired);
    }

    /// <summary>One live feed with its definition; null when there is none of this name.</summary>
    public async Task<FeedAnswer?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var (definitions, list, walks) = await ReadAsync(cancellationToken);
        return Live(definitions, list).Contains(name, StringComparer.Ordinal)
            ? Of(name, definitions, list, walks) with
            {
                Definition = definitions.Find(name) is { } definition ? DefinitionAnswer.Of(definition) : null,
            }
            : null;
    }

    private async Task<(FeedDefinitions Definitions, FeedList List, IReadOnlyList<FeedWalk> Walks)> ReadAsync(
        CancellationToken cancellationToken)
    {
        var definitions = feeds.DefinitionsAsync(cancellationToken);
        var list = feeds.ListAsync(cancellationToken);
        var walks = feeds.WalksAsync(cancellationToken);
        await Task.WhenAll(definitions, list, walks);
        return (await definitions, await list, await walks);
    }

    /// <summary>A feed just defined is there before its first document is.</summary>
    private static IEnumerable<string> Live(FeedDefinitions definitions, FeedList list) =>
        list.Titles.Keys.Union(definitions.ByName.Keys, StringComparer.Ordinal)
            .Where(definitions.IsLive)
            .Order(StringComparer.Ordinal);

    private FeedAnswer Of(string name, FeedDefinitions definitions, FeedList list, IReadOnlyList<FeedWalk> walks) => new(
        name,
        name == FeedName.Latest ? "latest" : FeedName.IsTopic(name) ? "topic" : FeedName.IsAuthor(name) ? "author" : "defined",
        list.Titles.GetValueOrDefault(name) ?? definitions.Title(name, []),
        extensions.ToDictionary(
            extension => extension, extension => FeedAddresses.Url(publication, name, extension), StringComparer.Ordinal),
        BackfillAnswer.Of(name, walks));
}
