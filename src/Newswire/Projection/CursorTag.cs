using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>
/// Asks for the tag of the cursor. One question is under way at a time, however many ask; who comes while one is under way
/// shares the answer to the next, since the answer to this one may be older than what they know of.
/// </summary>
internal sealed class CursorTag(IObjectStore store)
{
    private readonly Lock gate = new();
    private Task<string> underWay = Task.FromResult("");
    private Task<string>? next;

    /// <summary>The tag, asked for after the call; empty when there is no cursor yet.</summary>
    /// <param name="cancellationToken">Ends the waiting, not the question.</param>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public Task<string> AskAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var before = underWay;
            next ??= Task.Run(() => AskAfterAsync(before), CancellationToken.None);
            return next.WaitAsync(cancellationToken);
        }
    }

    private async Task<string> AskAfterAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (gate)
        {
            (underWay, next) = (next!, null);
        }

        return (await store.HeadAsync(ObjectPaths.Cursor, CancellationToken.None))?.ETag ?? "";
    }
}
