using Microsoft.Extensions.Logging;
using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Formats;

namespace Newswire.Projection.Generations;

/// <summary>Makes the passes of this process, each over one generation.</summary>
public sealed class ProjectionPasses(
    GenerationRecords generations,
    CatalogReader catalog,
    IEnumerable<IFeedFormat> formats,
    Publication publication,
    ProjectionOptions options,
    IEnumerable<IDocumentListener> listeners,
    IEnumerable<IPassFollower> followers,
    TimeProvider time,
    ILogger<ProjectionPass> log)
{
    /// <summary>Over the generation that is served: who follows it is told.</summary>
    public ProjectionPass Served(Generation generation) => new(
        generations.In(generation), catalog, formats, publication, options, listeners, followers, time, log)
    {
        Generation = generation,
    };

    /// <summary>
    /// Over one that is built beside the one that is served: it tells nobody, and documents that are the same get the
    /// validators they are served with.
    /// </summary>
    public ProjectionPass Beside(Generation served, Generation built) => new(
        generations.In(built), catalog, formats, publication, options, listeners: [], followers: [], time, log)
    {
        Generation = built,
        Served = generations.In(served),
    };
}
