using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Projection;

namespace Newswire.Http.Ingest;

/// <summary>Says which feeds carry an article.</summary>
internal sealed class CarryingFeeds(DefinitionsInForce definitions, Publication publication)
{
    public async Task<IReadOnlyList<string>> OfAsync(Article article, CancellationToken cancellationToken) =>
        (await definitions.ReadAsync(cancellationToken)).Selecting(article, publication.Language);
}
