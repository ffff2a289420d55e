using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Newswire.Catalog;
using Newswire.Formats.Atom;
using Newswire.Formats.JsonFeed;
using Newswire.Formats.Rss;
using Newswire.Projection;
using Newswire.TestKit;
using Newswire.TestKit.Storage;

namespace Newswire.Benchmarks.Walk;

/// <summary>A catalog and its projection, all in memory.</summary>
internal sealed class Projected : IDisposable
{
    private readonly CatalogWriter writer;
    private readonly ProjectionPass pass;

    public Projected()
    {
        var options = new CatalogOptions();
        var pages = new InMemoryCatalogPages();
        writer = new CatalogWriter(pages, options);
        pass = new ProjectionPass(
            Objects,
            new CatalogReader(pages, options),
            [new RssFormat(), new AtomFormat(), new JsonFeedFormat()],
            Some.Publication(),
            new ProjectionOptions(),
            listeners: [],
            followers: [],
            new FakeTimeProvider(Some.Morning),
            NullLogger<ProjectionPass>.Instance);
    }

    public InMemoryObjectStore Objects { get; } = new();

    /// <summary>Whether the history of a feed is still being filled in.</summary>
    public bool IsFilling => pass.Cursor.Walks.Count > 0;

    public Task AcceptAsync(IReadOnlyList<Change> changes) => writer.AppendAsync(changes, CancellationToken.None);

    /// <summary>Runs one pass.</summary>
    /// <returns>Whether there was anything to do.</returns>
    public async Task<bool> PassAsync() => await pass.RunAsync(CancellationToken.None) is PassOutcome.Done;

    public void Dispose() => pass.Dispose();
}
