namespace Newswire.Storage;

/// <summary>
/// Short exclusive holds that keep several processes from doing the same work at once. They save work; correctness
/// never rests on them, because a holder that stalls loses its hold without noticing.
/// </summary>
public interface ILeases
{
    /// <summary>
    /// Takes the named lease for at least 15 seconds and keeps renewing it until it is disposed; null when somebody
    /// else holds it. Disposing gives it back at once.
    /// </summary>
    Task<IAsyncDisposable?> TryAcquireAsync(string name, CancellationToken cancellationToken);
}
