using BenchmarkDotNet.Attributes;
using Newswire.Counting;
using Newswire.Operations.History;
using Newswire.Operations.Readers;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.Telemetry;
using Newswire.TestKit.Storage;

namespace Newswire.Benchmarks;

/// <summary>
/// What a reader's request pays for being watched, of the some 15 µs it takes: counted in history, and its header looked at,
/// which mostly says nothing.
/// </summary>
/// <remarks><c>dotnet run -c Release --project tests/Newswire.Benchmarks -- --filter '*WatchedRequest*' -j short -i</c>.</remarks>
[MemoryDiagnoser]
public class WatchedRequestBenchmarks : IDisposable
{
    private static readonly object NotModified = 304;
    private static readonly ObjectPath Document = ObjectPaths.Document("latest", "rss");

    private readonly HistoryBook history = new(new InMemoryObjectStore(), CountingProcess.New(), TimeProvider.System);
    private readonly ReaderBook readers = new(new InMemoryObjectStore(), TimeProvider.System);
    private readonly HistoryListener listener;

    /// <summary>Begins to listen.</summary>
    public WatchedRequestBenchmarks() => listener = new HistoryListener(history);

    /// <summary>Counted by its status.</summary>
    [Benchmark(Baseline = true)]
    public void Count() => Measures.DocumentRequests.Count(Measures.Status, NotModified);

    /// <summary>A reader that asks for itself.</summary>
    [Benchmark]
    public void OrdinaryReader() => readers.Note(Document, "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.2.0");

    /// <summary>A service that asks for many.</summary>
    [Benchmark]
    public void ServiceForMany() =>
        readers.Note(Document, "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 42 subscribers; like FeedFetcher-Google)");

    /// <inheritdoc/>
    public void Dispose()
    {
        listener.Dispose();
        history.Dispose();
        readers.Dispose();
        GC.SuppressFinalize(this);
    }
}
