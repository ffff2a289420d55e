using Newswire.Storage;

namespace Newswire.Delivery;

/// <summary>Drops by the clock what is over of subscriptions of every kind.</summary>
public sealed class Housekeeping(IEnumerable<IHousekeeping> rooms)
{
    /// <summary>Returns when every room was gone through once.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer; the next time goes on.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var room in rooms)
        {
            await room.RunAsync(cancellationToken);
        }
    }
}
