using Newswire.Storage;

namespace Newswire.TestKit.Storage;

/// <summary>
/// Leases in memory; keeps the same contract as storage itself (<see cref="LeasesContract"/>). A holder that is
/// abandoned no longer renews, as if its process had died: then the lease runs out with <paramref name="time"/>.
/// </summary>
public sealed class InMemoryLeases(TimeProvider time) : ILeases
{
    /// <summary>How long a lease outlives its last renewal.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Held> holders = new(StringComparer.Ordinal);

    public Task<IAsyncDisposable?> TryAcquireAsync(string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (holders.TryGetValue(name, out var other) && time.GetUtcNow() < other.Ends)
            {
                return Task.FromResult<IAsyncDisposable?>(null);
            }

            var held = new Held(this, name, time);
            holders[name] = held;
            return Task.FromResult<IAsyncDisposable?>(held);
        }
    }

    private void Renew(Held held)
    {
        lock (gate)
        {
            // Somebody else may have it by now; this holder does not notice.
            if (holders.GetValueOrDefault(held.Name) == held)
            {
                held.Ends = time.GetUtcNow() + Duration;
            }
        }
    }

    private void Release(Held held)
    {
        lock (gate)
        {
            if (holders.GetValueOrDefault(held.Name) == held)
            {
                holders.Remove(held.Name);
            }
        }
    }

    private sealed class Held : IAsyncDisposable, IAbandonable
    {
        private readonly InMemoryLeases leases;
        private readonly ITimer renewal;

        public Held(InMemoryLeases leases, string name, TimeProvider time)
        {
            this.leases = leases;
            Name = name;
            Ends = time.GetUtcNow() + Duration;
            renewal = time.CreateTimer(_ => leases.Renew(this), state: null, Duration / 3, Duration / 3);
        }

        public string Name { get; }

        public DateTimeOffset Ends { get; set; }

        public void Abandon() => renewal.Dispose();

        public ValueTask DisposeAsync()
        {
            renewal.Dispose();
            this.leases.Release(this);
            return ValueTask.CompletedTask;
        }
    }
}
