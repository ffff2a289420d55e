using Newswire.Outbound;

namespace Newswire.WebSub.Distributing;

/// <summary>Brings a document to a subscriber.</summary>
public interface IDocumentSender
{
    /// <summary>Sends the whole document once, within <see cref="HubOptions.MaxTime"/>.</summary>
    /// <param name="subscriber">Whom to.</param>
    /// <param name="topic">What the document is of.</param>
    /// <param name="content">The document.</param>
    /// <param name="cancellationToken">Cancels, with an exception.</param>
    Task<CallbackAnswer> SendAsync(
        Subscriber subscriber, Topic topic, TopicContent content, CancellationToken cancellationToken);
}
