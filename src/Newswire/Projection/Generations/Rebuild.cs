using System.Globalization;
using Microsoft.Extensions.Logging;
using Newswire.Storage;

namespace Newswire.Projection.Generations;

/// <summary>
/// Makes a projection anew beside the one that is served, which goes on as ever, and then lets it take the place: from one
/// moment to the next, with nobody waiting and nobody told anything twice or not at all.
/// </summary>
/// <remarks>
/// <para>The new one is built by the same passes. It never goes further than the one that is served has come
/// (<see cref="Ceiling"/>), so that whatever there is to tell is told by that one.</para>
/// <para>The step is one conditional write into the cursor of the one that is served: from then on no pass runs there, and
/// one that was under way finds its cursor changed. Before it, under the lease of the passes, the new one is brought to the
/// very point where the old one stands. What follows can be done by anybody, and is done by whoever comes upon it.</para>
/// </remarks>
public sealed class Rebuild(
    GenerationRecords generations,
    ProjectionPasses passes,
    Succession succession,
    DocumentVerification verification,
    GenerationRemoval removal,
    ILeases leases,
    IMessageQueues queues,
    TimeProvider time,
    ILogger<Rebuild> log)
{
    private const string LeaseName = "rebuild";

    /// <summary>How long one message's work lasts; hosts end functions that do not come to an end.</summary>
    private static readonly TimeSpan MaxWork = TimeSpan.FromMinutes(2);

    /// <summary>When it is gone on with: mostly somebody else was at the same, and is done by then.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Asks for a rebuild, or for a verification. One at a time: while one is under way, this changes nothing.</summary>
    /// <returns>What there is now.</returns>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task<GenerationRecord> BeginAsync(BuildPurpose purpose, CancellationToken cancellationToken)
    {
        var record = await generations.ChangeAsync(before => before.Begin(purpose, time.GetUtcNow()), cancellationToken);
        await WakeAsync(record, TimeSpan.Zero, cancellationToken);
        return record;
    }

    /// <summary>Gives up what is being built.</summary>
    /// <returns>What there is now.</returns>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public Task<GenerationRecord> AbandonAsync(CancellationToken cancellationToken) => generations.ChangeAsync(
        before => before.Building is { } building ? before.End(building.Number, BuildEnd.Abandoned, time.GetUtcNow()) : before,
        cancellationToken);

    /// <summary>Sees to it that somebody works where there is work, in case a message was lost.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer; the next time does.</exception>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var record = await generations.ReadAsync(cancellationToken);
        if (record.HasOthers || record.Untold is not null)
        {
            await WakeAsync(record, TimeSpan.Zero, cancellationToken);
        }
    }

    /// <summary>Goes on for some minutes with what there is to do; then leaves a message, so that somebody goes on.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer; the message comes back.</exception>
    public async Task WorkAsync(CancellationToken cancellationToken)
    {
        if (await BuildAsync(MaxWork, cancellationToken) is { Building: not null } unfinished)
        {
            await WakeAsync(unfinished, Pause, cancellationToken);
        }
        else
        {
            await removal.RunAsync(MaxWork, cancellationToken);
        }
    }

    /// <summary>
    /// Goes on with what is being built, as far as it goes: who finds at its end that a pass is under way leaves it to the
    /// next time.
    /// </summary>
    /// <param name="atMost">How long; a pass that has begun is brought to its end.</param>
    /// <param name="cancellationToken">Ends it wherever it is: the next time goes on.</param>
    /// <returns>What there is then; null when somebody else is at it.</returns>
    /// <exception cref="StorageAwayException">Storage did not answer; the next time goes on.</exception>
    public async Task<GenerationRecord?> BuildAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        await using var lease = await leases.TryAcquireAsync(LeaseName, cancellationToken);
        if (lease is null)
        {
            return null;
        }

        var record = await generations.ReadAsync(cancellationToken);
        if (record.Building is { } building)
        {
            record = await BuildAsync(building, record.Served, atMost, cancellationToken);
        }

        await succession.TellAsync(cancellationToken);
        return record;
    }

    private async Task<GenerationRecord> BuildAsync(
        Building building, int served, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        using var both = new SideBySide(generations, passes, new Generation(served), new Generation(building.Number));
        while (true)
        {
            var hasCome = await TryStepAsync(both, building, cancellationToken);
            var record = await generations.ReadAsync(cancellationToken);
            if (record.Building?.Number != building.Number)
            {
                Log.BuildEnded(log, building.Number, building.Purpose, record.Last?.End, record.Last?.Differences.Count ?? 0);
                return record;
            }

            if (!hasCome || time.GetElapsedTime(begun) >= atMost)
            {
                return record;
            }
        }
    }

    private async Task<bool> TryStepAsync(SideBySide both, Building building, CancellationToken cancellationToken)
    {
        var (served, _) = await both.ServedCursorAsync(cancellationToken);
        if (served.ReplacedBy is { } successor)
        {
            // Whoever took the step has died behind it.
            await generations.ChangeAsync(record => record.Serve(successor, time.GetUtcNow()), cancellationToken);
            return true;
        }

        return await both.BuildAsync(Ceiling.Of(served), cancellationToken) switch
        {
            PassOutcome.Done => true,
            PassOutcome.Idle => await TryFinishAsync(both, building, cancellationToken),
            _ => false,
        };
    }

    private async Task<bool> TryFinishAsync(SideBySide both, Building building, CancellationToken cancellationToken)
    {
        if (building.Purpose == BuildPurpose.Verify)
        {
            return await verification.TryAsync(both, building, cancellationToken);
        }

        await using var lease = await leases.TryAcquireAsync(ProjectionRunner.LeaseName, cancellationToken);
        return lease is not null && await succession.TryAsync(both, building, cancellationToken);
    }

    private Task WakeAsync(GenerationRecord record, TimeSpan delay, CancellationToken cancellationToken) => queues.SendAsync(
        QueueNames.Rebuild, record.Newest.ToString(CultureInfo.InvariantCulture), delay, cancellationToken);
}
