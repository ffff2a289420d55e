using Microsoft.Azure.Functions.Worker;
using Newswire.AzureStorage;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.Functions;

/// <summary>Wakes the projection. What it throws brings the message back, and after five tries makes it poison.</summary>
public sealed class CatalogChangedTrigger(ProjectionRunner projection)
{
    /// <summary>Returns, and so ends the message, when the documents hold what the catalog holds.</summary>
    /// <param name="position">The position the catalog has grown to; the projection knows its own.</param>
    /// <param name="cancellationToken">The instance shuts down, or the function's time is over.</param>
    [Function("CatalogChanged")]
    public Task RunAsync(
        [QueueTrigger(QueueNames.CatalogChanged, Connection = StorageOptions.HostConnection)] string position,
        CancellationToken cancellationToken) =>
        TracedMessage.HandleAsync(QueueNames.CatalogChanged, position, (_, cancelled) => projection.CatchUpAsync(cancelled), cancellationToken);
}
