using Newswire.Storage;

namespace Newswire.Delivery;

/// <summary>A room whose subscriptions have to be looked through now and then.</summary>
public interface IHousekeeping
{
    /// <summary>Goes through everything once: drops what is over, takes up what was left.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer; the next time goes on.</exception>
    Task RunAsync(CancellationToken cancellationToken);
}
