using Newswire.Catalog;
using Newswire.Projection.Generations;
using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>
/// Keeps the projection up with the catalog: one pass at a time in this process, and, by a lease, one in the
/// publication.
/// </summary>
public sealed class ProjectionRunner(
    ServedProjection served,
    CatalogReader catalog,
    ILeases leases,
    IMessageQueues queues,
    TimeProvider time)
{
    internal const string LeaseName = "projection";

    /// <summary>How often somebody else's pass is looked at while this process waits for it.</summary>
    private static readonly TimeSpan BusyDelay = TimeSpan.FromMilliseconds(250);

    /// <summary>Passes that come to nothing one behind the other before the caller is told.</summary>
    private const int MaxSuperseded = 10;

    /// <summary>How often the sweep comes, in both hosts.</summary>
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private Task? running;
    private Task? queued;
    private DateTimeOffset? announced;

    /// <summary>
    /// Returns when everything that the catalog held at the call is in the documents. Calls that come while a pass runs
    /// share the next one.
    /// </summary>
    /// <param name="cancellationToken">Ends the waiting, not the pass.</param>
    /// <exception cref="StorageAwayException">Storage did not answer; nothing is lost, a later call goes on.</exception>
    public Task CatchUpAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (running is null or { IsCompleted: true } && queued is null)
            {
                running = Task.Run(RunToTheEndAsync, CancellationToken.None);
                return running.WaitAsync(cancellationToken);
            }

            // The run under way may have read the catalog before the caller's change was in it.
            queued ??= RunAfterAsync(running!);
            return queued.WaitAsync(cancellationToken);
        }
    }

    private async Task RunAfterAsync(Task earlier)
    {
        await earlier.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        Task run;
        lock (gate)
        {
            run = running = Task.Run(RunToTheEndAsync, CancellationToken.None);
            queued = null;
        }

        await run;
    }

    private async Task RunToTheEndAsync()
    {
        var pass = await served.PassAsync(CancellationToken.None);

        // Looking again after the lease is given back: a wake-up that found it taken relied on that.
        for (var cursorIsFresh = false; await HasWorkAsync(pass, cursorIsFresh); cursorIsFresh = true)
        {
            await using var lease = await leases.TryAcquireAsync(LeaseName, CancellationToken.None);
            if (lease is null)
            {
                await Task.Delay(BusyDelay, time);
                await pass.RefreshAsync(CancellationToken.None);
                continue;
            }

            await RunPassesAsync(pass);
            if (pass.Cursor.ReplacedBy is { } successor)
            {
                await served.TurnAsync(successor, CancellationToken.None);
                pass = await served.PassAsync(CancellationToken.None);
            }
        }

        await ComeBackAsync(pass.Cursor);
    }

    /// <summary>Whether the catalog holds news, or the time has come for something.</summary>
    private async Task<bool> HasWorkAsync(ProjectionPass pass, bool cursorIsFresh) =>
        await catalog.HasMoreAsync(pass.Cursor.Position, CancellationToken.None)
        || (cursorIsFresh ? pass.Cursor : await pass.RefreshAsync(CancellationToken.None)).HasWork(time.GetUtcNow());

    /// <summary>
    /// Sees to it that somebody looks at the moment at which something is due, where the sweep would come too late for
    /// that: with a message that waits in the queue until then.
    /// </summary>
    private async Task ComeBackAsync(Cursor cursor)
    {
        var now = time.GetUtcNow();
        if (cursor.NextDue is not { } due || due <= now || due - now > SweepInterval * 2)
        {
            return;
        }

        // Somebody who is here a moment before may have been woken by the very message, and too early.
        if (due != announced || due - now < Moment)
        {
            await queues.SendAsync(QueueNames.CatalogChanged, cursor.Position.ToString(), due - now, CancellationToken.None);
            announced = due;
        }
    }

    private async Task RunPassesAsync(ProjectionPass pass)
    {
        var superseded = 0;
        while (true)
        {
            switch (await pass.RunAsync(CancellationToken.None))
            {
                case PassOutcome.Done:
                    superseded = 0;
                    if (!await HasWorkAsync(pass, cursorIsFresh: true))
                    {
                        return;
                    }

                    break;
                case PassOutcome.Superseded when ++superseded < MaxSuperseded:
                    break;
                case PassOutcome.Superseded:
                    throw new InvalidOperationException(
                        "The projection met writes of others ten times running. Does other software write its containers?");
                default:
                    return;
            }
        }
    }
}
