namespace Newswire.WebPush;

/// <summary>Sends push messages.</summary>
public interface IPushSender
{
    /// <summary>
    /// Encrypts the message for the receiver and hands it to the receiver's push service, once and within a bounded time.
    /// </summary>
    /// <returns>What came of it; whatever the service does is an outcome, never an exception.</returns>
    Task<PushOutcome> SendAsync(PushReceiver receiver, PushMessage message, CancellationToken cancellationToken);
}
