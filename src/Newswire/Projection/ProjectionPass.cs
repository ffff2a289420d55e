using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Projection.Generations;
using Newswire.Projection.Streams;
using Newswire.Storage;
using Newswire.Telemetry;

namespace Newswire.Projection;

/// <summary>
/// Turns the changes behind the cursor into documents: reads everything, decides everything, signs in, and only then
/// writes, each write on the condition that nobody wrote the object since it was read.
/// </summary>
/// <remarks>
/// <para>Why a crash loses nothing: the cursor is written last, so the next pass reads the same changes again, and all
/// it derives from them is the same.</para>
/// <para>Why a pass that stalls and wakes up late harms nothing: a pass signs in by writing to the cursor how far it has
/// read. That fails when another pass has signed in or out since the cursor was read, so what a pass goes on with was
/// all read at one time. If it stalls behind that, the next one finds its mark and repairs: it writes everything the
/// changes touch, even what looks right already, and so makes every tag stale that the stalled pass holds.</para>
/// </remarks>
public sealed class ProjectionPass : IDisposable
{
    private readonly IObjectStore store;
    private readonly CatalogReader catalog;
    private readonly ProjectionOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<ProjectionPass> log;
    private readonly StateMemory memory;
    private readonly FormattedEntries formatted;
    private readonly PassPlanner planner;
    private readonly DocumentPlanner documents;
    private readonly ContractPlanner contracts;
    private readonly IDocumentListener[] listeners;
    private readonly IPassFollower[] followers;
    private string? signedOutETag;

    /// <summary>Makes a pass over this storage for this publication.</summary>
    public ProjectionPass(
        IObjectStore store,
        CatalogReader catalog,
        IEnumerable<IFeedFormat> formats,
        Publication publication,
        ProjectionOptions options,
        IEnumerable<IDocumentListener> listeners,
        IEnumerable<IPassFollower> followers,
        TimeProvider time,
        ILogger<ProjectionPass> log)
    {
        IReadOnlyList<IFeedFormat> all = [.. formats];
        (this.store, this.catalog, this.options, this.time, this.log) = (store, catalog, options, time, log);
        this.listeners = [.. listeners];
        this.followers = [.. followers];
        memory = new StateMemory(store);
        formatted = new FormattedEntries(all, options.MaxFormattedBytes);
        var indexes = new IndexPlanner(memory);
        documents = new DocumentPlanner(memory, formatted, all, publication, options);
        contracts = new ContractPlanner(memory, indexes, options);
        var definitions = new DefinitionsPlanner(memory, indexes, options);
        planner = new PassPlanner(
            memory,
            new ArticleLookup(memory, definitions, options),
            definitions,
            new SchedulePlanner(indexes),
            new FeedPlanner(indexes, documents, publication),
            new SitePlanner(memory, indexes, documents, all, publication),
            new SitemapPlanner(indexes, documents, publication),
            contracts,
            new StreamPlanner(memory, indexes),
            publication,
            options,
            log);
    }

    /// <summary>Which of the projections there may be side by side it is. Default the first.</summary>
    internal Generation Generation { init => contracts.Generation = value; }

    /// <summary>
    /// The projection whose documents readers get meanwhile; null when this is it. A document that is the same there has the
    /// validators it has there.
    /// </summary>
    internal IObjectStore? Served { init => documents.Served = value; }

    /// <summary>The cursor as this process last saw it.</summary>
    public Cursor Cursor { get; private set; } = Cursor.Start;

    /// <summary>Looks how far the projection has come.</summary>
    public async Task<Cursor> RefreshAsync(CancellationToken cancellationToken)
    {
        await ReadCursorAsync(cancellationToken);
        return Cursor;
    }

    /// <summary>Runs one pass. One at a time in a process; see <see cref="ProjectionRunner"/>.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer; a later pass begins again.</exception>
    public Task<PassOutcome> RunAsync(CancellationToken cancellationToken) => RunAsync(ceiling: null, cancellationToken);

    /// <summary>Runs one pass that goes no further than the ceiling; see <see cref="Rebuild"/>.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer; a later pass begins again.</exception>
    public async Task<PassOutcome> RunAsync(Ceiling? ceiling, CancellationToken cancellationToken)
    {
        var begun = (At: time.GetUtcNow(), Timestamp: time.GetTimestamp());

        // The cursor mostly is where this process last saw it, so the catalog is read from there meanwhile.
        var expected = Cursor.Position;
        var readingCursor = ReadCursorAsync(cancellationToken);
        var reading = ReadCatalogAsync(expected, cancellationToken);
        var cursor = await readingCursor;
        var begin = cursor.Value ?? Cursor.Start;
        var read = await reading;
        if (begin.Position != expected)
        {
            read = await ReadCatalogAsync(begin.Position, cancellationToken);
        }

        if (begin.ReplacedBy is { } successor)
        {
            return new PassOutcome.Replaced(successor);
        }

        var now = time.GetUtcNow();
        (read, now) = ceiling is null ? (read, now) : (ceiling.Cut(read, begin.Position), ceiling.Cut(now));
        read = Settings.Cut(read, begin);
        if (read.Next == begin.Position && !begin.HasWork(now))
        {
            return new PassOutcome.Idle();
        }

        // What is remembered holds as long as no other pass has run, and this one ended as it should.
        if (cursor.ETag != signedOutETag || memory.Count > options.MaxRememberedObjects)
        {
            memory.Forget();
        }

        // A pass that repairs plans what the unfinished one has planned, no more.
        read = begin.Unfinished is { } unfinished ? read.Through(unfinished.Through) : read;
        using var trace = PassTrace.Start(read.Changes, begun.At);
        var plan = await planner.PlanAsync(begin, read, now, cancellationToken);

        // Sign in. If another pass has come between, some of what was read may be newer than the rest.
        var through = begin.Unfinished?.Through > read.Next ? begin.Unfinished.Through : read.Next;
        var setOut = begin with { Unfinished = new UnfinishedPass(through, plan.Slices) { Feeds = plan.News!.Feeds, StreamWalks = plan.StreamWalks } };
        if (await WriteCursorAsync(setOut, cursor.ETag, cancellationToken) is not { } signIn)
        {
            return new PassOutcome.Superseded();
        }

        IReadOnlyList<ObjectPath> written = [.. plan.Documents.Select(write => write.Path)];
        foreach (var stage in plan.Stages)
        {
            // Pass it on while what was due still is: a crash in between tells it twice, and never not at all.
            if (stage == plan.Schedule.Stages[0])
            {
                await TellAsync(plan.News, cancellationToken);
            }

            if (!await (stage == plan.Documents ? WriteDocumentsAsync(stage, cancellationToken) : WriteAsync(stage, cancellationToken)))
            {
                Log.PassSuperseded(log, begin.Position);
                return new PassOutcome.Superseded();
            }

            if (stage == plan.Documents)
            {
                Array.ForEach(listeners, listener => listener.Written(written));
            }
        }

        // Changes that an unfinished pass has read and this one has not remain marked.
        var end = new Cursor(read.Next, through > read.Next ? new UnfinishedPass(through, []) : null)
        {
            Walks = plan.Walks,
            StreamWalks = plan.StreamWalksLeft,
            HasCaughtUp = plan.HasCaughtUp,
            NextDue = plan.NextDue,
        };
        signedOutETag = await WriteCursorAsync(end, signIn, cancellationToken);
        if (signedOutETag is null)
        {
            return new PassOutcome.Superseded();
        }

        Cursor = end;
        trace.Done(read.Changes.Count, plan.Documents.Count, begin.Unfinished is not null);
        Measures.PassDuration.Record(time.GetElapsedTime(begun.Timestamp).TotalSeconds);
        Measures.PassChanges.Record(read.Changes.Count);
        Log.PassDone(log, read.Changes.Count, plan.Views.Count, plan.Documents.Count, read.Next, begin.Unfinished is not null);
        return new PassOutcome.Done(read.Changes.Count, written);
    }

    /// <inheritdoc/>
    public void Dispose() => formatted.Dispose();

    private async Task<Remembered<Cursor>> ReadCursorAsync(CancellationToken cancellationToken)
    {
        var cursor = await memory.ReadAfreshAsync(ObjectPaths.Cursor, StateJson.Compact.Cursor, cancellationToken);
        Cursor = cursor.Value ?? Cursor.Start;
        return cursor;
    }

    private Task<CatalogRead> ReadCatalogAsync(Position from, CancellationToken cancellationToken) =>
        catalog.ReadAsync(from, options.MaxChanges, options.MaxBytes, cancellationToken);

    private async Task<string?> WriteCursorAsync(Cursor cursor, string? expectedETag, CancellationToken cancellationToken)
    {
        var content = Json(cursor, StateJson.Compact.Cursor);
        var result = await store.WriteAsync(ObjectPaths.Cursor, content, expectedETag, cancellationToken);
        return (result as WriteResult.Written)?.ETag;
    }

    private async Task<bool> WriteAsync(IReadOnlyList<PlannedWrite> writes, CancellationToken cancellationToken)
    {
        var conflicts = 0;
        await Parallel.ForEachAsync(writes, options.Parallelism(cancellationToken), async (write, cancelled) =>
            Interlocked.Add(ref conflicts, await WriteAsync(write, cancelled) ? 0 : 1));
        return conflicts == 0;
    }

    /// <summary>The same for public documents, which are what a change is followed to.</summary>
    private async Task<bool> WriteDocumentsAsync(IReadOnlyList<PlannedWrite> documents, CancellationToken cancellationToken)
    {
        var conflicts = 0;
        await Parallel.ForEachAsync(documents, options.Parallelism(cancellationToken), async (document, cancelled) =>
        {
            using var part = Traces.StartPart(document.Content is null ? "remove document" : "write document");
            part?.SetTag("newswire.document.name", document.Path.Name);
            if (!await WriteAsync(document, cancelled))
            {
                Interlocked.Increment(ref conflicts);
            }
            else if (document.Content is not null)
            {
                Measures.DocumentsWritten.Count(Measures.Format, DocumentFormat.Of(document.Path));
            }
        });
        return conflicts == 0;
    }

    /// <summary>Whether it was written, and nobody else had written the object since it was read.</summary>
    private async Task<bool> WriteAsync(PlannedWrite write, CancellationToken cancellationToken)
    {
        if (write.Content is null)
        {
            var deleted = await store.DeleteAsync(write.Path, write.ExpectedETag!, cancellationToken);
            memory.Forget(write.Path);
            return deleted;
        }

        if (await store.WriteAsync(write.Path, write.Content, write.ExpectedETag, cancellationToken) is not WriteResult.Written written)
        {
            return false;
        }

        write.Remember?.Invoke(written.ETag);
        return true;
    }

    private async Task TellAsync(PassNews news, CancellationToken cancellationToken)
    {
        foreach (var follower in followers)
        {
            await follower.FollowAsync(news, cancellationToken);
        }
    }

    private static ObjectContent Json<T>(T value, JsonTypeInfo<T> type) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, type), "application/json");
}
