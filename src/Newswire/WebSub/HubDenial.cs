using Microsoft.Extensions.Logging;
using Newswire.Feeds;
using Newswire.Outbound;
using Newswire.WebSub.Subscribing;

namespace Newswire.WebSub;

/// <summary>Tells subscribers that they are none, or none any more (W3C WebSub §5.2).</summary>
public sealed class HubDenial(HubClient client, Publication publication, ILogger<HubDenial> log)
{
    /// <summary>
    /// Sends the subscriber the news, once. What it answers, or that it does not, changes nothing; removing the
    /// subscription is up to the caller.
    /// </summary>
    /// <param name="topic">The topic that was subscribed to.</param>
    /// <param name="callback">The subscriber's callback.</param>
    /// <param name="reason">A sentence for the subscriber's developer.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task DenyAsync(Topic topic, string callback, string reason, CancellationToken cancellationToken) =>
        DenyAsync(topic.Url(publication), callback, reason, cancellationToken);

    /// <summary>The same with the topic URL as the subscriber sent it.</summary>
    internal async Task DenyAsync(string topicUrl, string callback, string reason, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            Callback.With(callback, ("hub.mode", "denied"), ("hub.topic", topicUrl), ("hub.reason", reason)));
        var answer = await client.SendAsync(request, maxBodyBytes: 0, cancellationToken);
        Log.SubscriberDenied(log, Callback.HostOf(callback), reason, answer is CallbackAnswer.Answered);
    }
}
