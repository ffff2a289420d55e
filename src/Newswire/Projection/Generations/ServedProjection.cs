namespace Newswire.Projection.Generations;

/// <summary>The pass of this process over the projection that is served. One caller at a time.</summary>
public sealed class ServedProjection(GenerationRecords generations, ProjectionPasses passes, TimeProvider time) : IDisposable
{
    private ProjectionPass? pass;

    /// <summary>The pass. Once there is one, its own cursor says when another projection has taken its place.</summary>
    /// <exception cref="Storage.StorageAwayException">Storage did not answer.</exception>
    public async ValueTask<ProjectionPass> PassAsync(CancellationToken cancellationToken) =>
        pass ??= passes.Served(await generations.ServedAsync(cancellationToken));

    /// <summary>
    /// Goes over to the projection that has taken the place. Whoever comes upon that first makes it known: who wrote it into
    /// the cursor may have died then.
    /// </summary>
    /// <param name="successor">Its number.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="Storage.StorageAwayException">Storage did not answer.</exception>
    public async Task TurnAsync(int successor, CancellationToken cancellationToken)
    {
        await generations.ChangeAsync(record => record.Serve(successor, time.GetUtcNow()), cancellationToken);
        pass?.Dispose();
        pass = null;
    }

    /// <inheritdoc/>
    public void Dispose() => pass?.Dispose();
}
