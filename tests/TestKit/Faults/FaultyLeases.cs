using Newswire.Storage;
using Newswire.TestKit.Storage;

namespace Newswire.TestKit.Faults;

/// <summary>
/// Leases as one process sees them. Giving one back is an operation too; a dead process neither renews nor gives back,
/// so its leases run out.
/// </summary>
public sealed class FaultyLeases(ILeases inner, FaultPlan plan) : ILeases
{
    public async Task<IAsyncDisposable?> TryAcquireAsync(string name, CancellationToken cancellationToken) =>
        await plan.RunAsync($"acquire {name}", async () =>
        {
            var lease = await inner.TryAcquireAsync(name, cancellationToken);
            if (lease is IAbandonable renewed)
            {
                plan.WhenCrashed(renewed.Abandon);
            }

            return lease is null ? null : new Held(name, lease, plan);
        });

    private sealed class Held(string name, IAsyncDisposable inner, FaultPlan plan) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            // The code that unwinds after the crash is no longer there to do anything.
            if (!plan.HasCrashed)
            {
                // Whether or not storage answers, whoever gives a lease back renews it no more.
                (inner as IAbandonable)?.Abandon();
                await plan.RunAsync($"release {name}", async () =>
                {
                    await inner.DisposeAsync();
                    return true;
                });
            }
        }
    }
}
