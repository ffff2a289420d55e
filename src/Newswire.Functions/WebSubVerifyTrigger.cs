using Microsoft.Azure.Functions.Worker;
using Newswire.AzureStorage;
using Newswire.Storage;
using Newswire.WebSub.Subscribing;

namespace Newswire.Functions;

/// <summary>Asks a subscriber whether it meant what was asked for in its name.</summary>
public sealed class WebSubVerifyTrigger(Verification verification)
{
    /// <summary>Returns when the request is dealt with, or will be by a later message.</summary>
    /// <param name="id">The id of the request.</param>
    /// <param name="cancellationToken">The instance shuts down, or the function's time is over.</param>
    [Function("WebSubVerify")]
    public Task RunAsync(
        [QueueTrigger(QueueNames.WebSubVerify, Connection = StorageOptions.HostConnection)] string id,
        CancellationToken cancellationToken) =>
        TracedMessage.HandleAsync(QueueNames.WebSubVerify, id, verification.VerifyAsync, cancellationToken);
}
