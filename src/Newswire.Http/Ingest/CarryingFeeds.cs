using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Projection;

namespace Newswire.Http.Ingest;

/// <summary>Says which feeds carry an article.</summary>
internal sealed class CarryingFeeds(FeedsInForce feeds, Publication publication)
{
    public async Task<IReadOnlyList<string>> OfAsync(Article article, CancellationToken cancellationToken) =>
        (await feeds.DefinitionsAsync(cancellationToken)).Selecting(article, publication.Language);
}
