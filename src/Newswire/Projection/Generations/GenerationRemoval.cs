using System.Text.Json;
using Newswire.Storage;

namespace Newswire.Projection.Generations;

/// <summary>Removes what generations that nobody needs any more have left in storage.</summary>
public sealed class GenerationRemoval(GenerationRecords generations, ProjectionOptions options, TimeProvider time)
{
    /// <summary>
    /// How long what was served stays: by then every process serves the new one (<see cref="GenerationRecords.MaxAge"/>), and
    /// whoever was reading has ended.
    /// </summary>
    public static readonly TimeSpan Respite = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long a generation is looked at again after that: a pass that stalled may still have some of its writes before it.
    /// </summary>
    public static readonly TimeSpan Watch = TimeSpan.FromMinutes(10);

    private static readonly ObjectPath CursorPath = ObjectPaths.Cursor;

    /// <summary>Removes what can be removed now. Wherever it stops, the next time goes on.</summary>
    /// <param name="atMost">How long.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task RunAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        try
        {
            await RunAsync(either.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // There is more to be removed than can be in this time.
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var record = await generations.ReadAsync(cancellationToken);
        foreach (var retired in record.Retired)
        {
            var age = time.GetUtcNow() - retired.Since;
            if (age < Respite || record.Untold == retired.Number)
            {
                continue;
            }

            var left = await RemoveAsync(new Generation(retired.Number), record.Served, cancellationToken);
            if (left == 0 && age >= Watch)
            {
                await generations.ChangeAsync(
                    now => now with { Retired = [.. now.Retired.Where(other => other != retired)] }, cancellationToken);
            }
        }
    }

    /// <summary>Removes everything of the generation but its cursor.</summary>
    /// <returns>How many objects there were.</returns>
    private async Task<int> RemoveAsync(Generation generation, int served, CancellationToken cancellationToken)
    {
        // The cursor stays, and says that nothing is to be made here: whoever slept through all of it would find nothing
        // and begin to project anew.
        var store = generations.In(generation);
        await CloseAsync(store, served, cancellationToken);
        var removed = 0;
        foreach (var container in Generation.ProjectedContainers)
        {
            await Parallel.ForEachAsync(
                store.ListAsync(container, prefix: "", cancellationToken),
                options.Parallelism(cancellationToken),
                async (name, cancelled) =>
                {
                    var path = new ObjectPath(container, name);
                    if (path != CursorPath && await store.HeadAsync(path, cancelled) is { } properties)
                    {
                        await store.DeleteAsync(path, properties.ETag, cancelled);
                        Interlocked.Increment(ref removed);
                    }
                });
        }

        return removed;
    }

    /// <summary>Sees to it that no pass runs there: one that was given up has not been replaced by anything.</summary>
    private static async Task CloseAsync(IObjectStore store, int served, CancellationToken cancellationToken)
    {
        while (true)
        {
            var stored = await store.ReadAsync(CursorPath, cancellationToken);
            var cursor = stored is null ? Cursor.Start : JsonSerializer.Deserialize(stored.Content.Span, StateJson.Compact.Cursor)!;
            if (cursor.ReplacedBy is not null)
            {
                return;
            }

            var closed = new ObjectContent(
                JsonSerializer.SerializeToUtf8Bytes(cursor with { ReplacedBy = served }, StateJson.Compact.Cursor), "application/json");
            if (await store.WriteAsync(CursorPath, closed, stored?.Properties.ETag, cancellationToken) is WriteResult.Written)
            {
                return;
            }
        }
    }
}
