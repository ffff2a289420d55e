namespace Newswire.CommandLine.Importing;

/// <summary>Brings lines to a Newswire.</summary>
internal interface IBatchSender
{
    /// <summary>Sends the lines as one batch: when this returns the accepted ones are durable. Several may be under way at once.</summary>
    /// <returns>For each line why it was refused; null when it was accepted.</returns>
    /// <exception cref="CommandFailedException">It cannot be brought there; some of it may have been taken all the same.</exception>
    Task<IReadOnlyList<string?>> SendAsync(IReadOnlyList<ReadOnlyMemory<byte>> lines, CancellationToken cancellationToken);
}
