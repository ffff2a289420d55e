using System.Text.Json;
using Newswire.Storage;

namespace Newswire.Projection.Generations;

/// <summary>The projection that is served, and one that is built beside it.</summary>
internal sealed class SideBySide(
    GenerationRecords generations, ProjectionPasses passes, Generation served, Generation built) : IDisposable
{
    private readonly ProjectionPass pass = passes.Beside(served, built);

    /// <summary>Storage with the one that is served.</summary>
    public IObjectStore Served { get; } = generations.In(served);

    /// <summary>Storage with the one that is built.</summary>
    public IObjectStore Built { get; } = generations.In(built);

    /// <summary>How far the one that is built has come.</summary>
    public Cursor BuiltCursor => pass.Cursor;

    /// <summary>How far the one that is served has come, with the tag of its cursor.</summary>
    public async Task<(Cursor Cursor, string? ETag)> ServedCursorAsync(CancellationToken cancellationToken)
    {
        var stored = await Served.ReadAsync(ObjectPaths.Cursor, cancellationToken);
        var cursor = stored is null ? null : JsonSerializer.Deserialize(stored.Content.Span, StateJson.Compact.Cursor);
        return (cursor ?? Cursor.Start, stored?.Properties.ETag);
    }

    /// <summary>Runs one pass over the one that is built.</summary>
    public Task<PassOutcome> BuildAsync(Ceiling ceiling, CancellationToken cancellationToken) =>
        pass.RunAsync(ceiling, cancellationToken);

    /// <summary>
    /// Brings the one that is built to the very point at which the other stands; the caller has the lease of the passes, so
    /// that it stands still.
    /// </summary>
    /// <returns>That point, with its tag; null when somebody else was at it, and it is to be tried again.</returns>
    public async Task<(Cursor Cursor, string? ETag)?> LevelAsync(CancellationToken cancellationToken)
    {
        var stands = await ServedCursorAsync(cancellationToken);
        if (stands.Cursor.Unfinished is not null)
        {
            // A pass died, and readers have got some of what it wrote: it must not go from their documents again.
            using var repairing = passes.Served(served);
            while (await repairing.RunAsync(cancellationToken) is PassOutcome.Done && repairing.Cursor.Unfinished is not null)
            {
            }

            stands = await ServedCursorAsync(cancellationToken);
        }

        var ceiling = Ceiling.Of(stands.Cursor);
        while (await pass.RunAsync(ceiling, cancellationToken) is PassOutcome.Done)
        {
        }

        var isLevel = BuiltCursor is { Unfinished: null, IsWalking: false, ReplacedBy: null }
            && BuiltCursor.Position == ceiling.Position
            && stands.Cursor is { Unfinished: null, ReplacedBy: null };
        return isLevel ? stands : null;
    }

    /// <inheritdoc/>
    public void Dispose() => pass.Dispose();
}
