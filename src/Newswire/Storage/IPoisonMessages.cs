namespace Newswire.Storage;

/// <summary>
/// The messages that failed every time they were tried, set aside in <c>{queue}-poison</c> until a person decides. Nobody
/// receives them by itself.
/// </summary>
/// <remarks>
/// Queues are named without <c>-poison</c>. While a message is looked for, the others of its queue are hidden for moments,
/// so somebody who looks at the same time may see fewer.
/// </remarks>
public interface IPoisonMessages
{
    /// <summary>The most messages that <see cref="PeekAsync"/> shows.</summary>
    const int MaxPeeked = 32;

    /// <summary>The most messages that one call moves or deletes.</summary>
    const int MaxAtOnce = 1_000;

    /// <summary>About how many there are; storage counts roughly.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    Task<int> CountAsync(string queue, CancellationToken cancellationToken);

    /// <summary>The first <see cref="MaxPeeked"/>, in storage's order, which is nearly that of their arrival.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    Task<IReadOnlyList<PoisonMessage>> PeekAsync(string queue, CancellationToken cancellationToken);

    /// <summary>Moves messages back to their queue, to be tried as if they were new.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="id">The message; null for all there are, up to <see cref="MaxAtOnce"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>How many were moved.</returns>
    /// <exception cref="StorageAwayException">Storage did not answer; some may have been moved, and one may be in both queues.</exception>
    Task<int> RetryAsync(string queue, string? id, CancellationToken cancellationToken);

    /// <summary>Deletes messages for good.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="id">The message; null for all there are, up to <see cref="MaxAtOnce"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>How many were deleted.</returns>
    /// <exception cref="StorageAwayException">Storage did not answer; some may have been deleted.</exception>
    Task<int> DeleteAsync(string queue, string? id, CancellationToken cancellationToken);
}
