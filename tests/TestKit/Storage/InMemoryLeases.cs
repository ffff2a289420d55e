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

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Held> _held = new(StringComparer.Ordinal);

    public Task<IAsyncDisposable?> TryAcquireAsync(string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_held.TryGetValue(name, out var other) && time.GetUtcNow() < other.Ends)
            {
                return Task.FromResult<IAsyncDisposable?>(null);
            }

            var held = new Held(this, name, time);
            _held[name] = held;
            return Task.FromResult<IAsyncDisposable?>(held);
        }
    }

    private void Renew(Held held)
    {
        lock (_gate)
        {
            // Somebody else may have it by now; this holder does not notice.
            if (_held.GetValueOrDefault(held.Name) == held)
            {
                held.Ends = time.GetUtcNow() + Duration;
            }
        }
    }

    private void Release(Held held)
    {
        lock (_gate)
        {
            if (_held.GetValueOrDefault(held.Name) == held)
            {
                _held.Remove(held.Name);
            }
        }
    }

    private sealed class Held : IAsyncDisposable, IAbandonable
    {
        private readonly InMemoryLeases _leases;
        private readonly ITimer _renewal;

        public Held(InMemoryLeases leases, string name, TimeProvider time)
        {
            _leases = leases;
            Name = name;
            Ends = time.GetUtcNow() + Duration;
            _renewal = time.CreateTimer(_ => leases.Renew(this), state: null, Duration / 3, Duration / 3);
        }

        public string Name { get; }

        public DateTimeOffset Ends { get; set; }

        public void Abandon() => _renewal.Dispose();

        public ValueTask DisposeAsync()
        {
            _renewal.Dispose();
            _leases.Release(this);
            return ValueTask.CompletedTask;
        }
    }
}
