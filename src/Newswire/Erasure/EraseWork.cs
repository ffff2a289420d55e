using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Newswire.Catalog;
using Newswire.Projection.Generations;
using Newswire.Storage;

namespace Newswire.Erasure;

/// <summary>
/// The last part of an erasure: takes the content out of the catalog, and then says when and where everything is gone.
/// </summary>
/// <remarks>
/// Wherever it stops, doing it again finishes it; any number of processes may do it at once. A first report is never
/// taken back: a repetition leaves it as it is, and a later erasure of the article adds to it.
/// </remarks>
public sealed class EraseWork(
    IObjectStore store, CatalogEraser catalog, GenerationRecords generations, TimeProvider time, ILogger<EraseWork> log)
{
    /// <summary>Does what is to be done for the article.</summary>
    /// <returns>
    /// The report, also when it was done before; null when the article was never erased, or when another projection than the
    /// one that is served may still hold it (<see cref="GenerationRecord.HasOthers"/>), until that is gone.
    /// </returns>
    /// <exception cref="StorageAwayException">Storage did not answer; a later run goes on.</exception>
    public async Task<ErasureReport?> RunAsync(string articleId, CancellationToken cancellationToken)
    {
        var path = ErasurePaths.Pending(articleId);
        while (await ReadAsync(path, ErasureJson.Stored.PendingErasure, cancellationToken) is { } pending)
        {
            var lines = await catalog.EraseAsync(
                articleId, pending.Value.Requested, pending.Value.Lines, cancellationToken);

            // Asked behind the catalog: what is built from here on finds nothing there any more.
            if ((await generations.ReadAsync(cancellationToken)).HasOthers)
            {
                return null;
            }

            // The report first: without it, a crash in between would leave nothing to say that anything was done.
            await ReportAsync(pending.Value, lines, cancellationToken);

            // Refused when a newer request has taken its place; that one comes next.
            if (await store.DeleteAsync(path, pending.ETag, cancellationToken))
            {
                break;
            }
        }

        return await FindReportAsync(articleId, cancellationToken);
    }

    /// <summary>Does all that is to be done, for every article.</summary>
    /// <returns>The reports.</returns>
    /// <exception cref="StorageAwayException">Storage did not answer; a later run goes on.</exception>
    public async Task<IReadOnlyList<ErasureReport>> RunPendingAsync(CancellationToken cancellationToken)
    {
        List<ErasureReport> reports = [];
        foreach (var articleId in await ErasurePaths.PendingArticlesAsync(store, cancellationToken))
        {
            if (await RunAsync(articleId, cancellationToken) is { } report)
            {
                reports.Add(report);
            }
        }

        return reports;
    }

    /// <summary>What is still to be done for the article; null when there is nothing.</summary>
    public async Task<PendingErasure?> FindPendingAsync(string articleId, CancellationToken cancellationToken) =>
        (await ReadAsync(ErasurePaths.Pending(articleId), ErasureJson.Stored.PendingErasure, cancellationToken))?.Value;

    /// <summary>What was done for the article; null when nothing was.</summary>
    public async Task<ErasureReport?> FindReportAsync(string articleId, CancellationToken cancellationToken) =>
        (await ReadAsync(ErasurePaths.Done(articleId), ErasureJson.Stored.ErasureReport, cancellationToken))?.Value;

    private async Task ReportAsync(
        PendingErasure done, IReadOnlyList<ErasedPlace> lines, CancellationToken cancellationToken)
    {
        var path = ErasurePaths.Done(done.ArticleId);
        while (true)
        {
            var earlier = await ReadAsync(path, ErasureJson.Stored.ErasureReport, cancellationToken);
            var report = ErasureReport.Of(done, lines, time.GetUtcNow(), earlier?.Value);
            if (earlier is not null && Json(report with { Completed = earlier.Value.Completed }) == Json(earlier.Value))
            {
                return;
            }

            var content = new ObjectContent(
                JsonSerializer.SerializeToUtf8Bytes(report, ErasureJson.Stored.ErasureReport), "application/json");
            if (await store.WriteAsync(path, content, earlier?.ETag, cancellationToken) is WriteResult.Written)
            {
                Log.ArticleErased(log, done.ArticleId, lines.Count, done.Rewritten.Count, done.Deleted.Count);
                return;
            }
        }
    }

    private async Task<Stored<T>?> ReadAsync<T>(
        ObjectPath path, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        await store.ReadAsync(path, cancellationToken) is { } stored
            ? new Stored<T>(JsonSerializer.Deserialize(stored.Content.Span, type)!, stored.Properties.ETag)
            : null;

    private static string Json(ErasureReport report) => JsonSerializer.Serialize(report, ErasureJson.Stored.ErasureReport);

    private sealed record Stored<T>(T Value, string ETag);
}
