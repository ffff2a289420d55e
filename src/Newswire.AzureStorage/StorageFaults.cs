using Azure;
using Azure.Identity;
using Newswire.Storage;

namespace Newswire.AzureStorage;

/// <summary>Which faults mean that storage is away, and which are answers.</summary>
internal static class StorageFaults
{
    /// <summary>Whether the request got no answer, or the sign-in for it failed.</summary>
    public static bool IsNetwork(Exception fault) => fault switch
    {
        // The retries ran out: one fault for every try.
        AggregateException all => all.InnerExceptions.All(IsNetwork),
        // Status 0: there was no answer.
        RequestFailedException { Status: 0 } => true,
        AuthenticationFailedException or HttpRequestException or IOException or OperationCanceledException => true,
        _ => false,
    };

    /// <summary>
    /// Whether the answer says that storage cannot serve now. A missing permission is among them: it is the
    /// operator's to mend, not the caller's, and after that the same request succeeds.
    /// </summary>
    public static bool IsAway(Response answer) => answer.Status switch
    {
        401 or 403 or 408 or 429 => true,
        >= 500 => true,
        409 => answer.Headers.TryGetValue("x-ms-error-code", out var code)
            && code is "ContainerBeingDeleted" or "QueueBeingDeleted" or "AccountBeingCreated" or "ServerBusy",
        _ => false,
    };

    /// <summary>Whether an answer broke off while its body was read, and the retries of that ran out too.</summary>
    public static bool BrokeOff(Exception fault, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested
        // 412: the object was replaced, so that the rest of the version that was being read is gone.
        && (IsNetwork(fault) || fault is RequestFailedException { Status: 412 });

    public static StorageAwayException Away(Exception fault) =>
        fault is RequestFailedException { Status: > 0 } answered
            ? new StorageAwayException($"Storage answered {answered.Status} {answered.ErrorCode}.", fault)
            : new StorageAwayException("Storage did not answer.", fault);
}
