using Microsoft.Extensions.Logging;
using Newswire.Delivery;
using Newswire.Feeds;
using Newswire.Outbound;
using Newswire.Storage;

namespace Newswire.WebSub.Announcing;

/// <summary>
/// Tells outside hubs that topics have changed. W3C WebSub leaves open how (§6); hubs agree on a form with
/// <c>hub.mode=publish</c>, and some read the topic from <c>hub.url</c>, some from <c>hub.topic</c>: they get both. One
/// topic a request, since not every hub reads more.
/// </summary>
public sealed class Announcer(
    HubClient client, IMessageQueues queues, Publication publication, TimeProvider time, ILogger<Announcer> log)
{
    /// <summary>A message is done with after this at the latest, well before it would come to somebody else.</summary>
    private static readonly TimeSpan MaxTurn = TimeSpan.FromMinutes(2);

    private static readonly RetryDelays Delays = new(
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(20), TimeSpan.FromHours(1));

    /// <summary>Handles a message of <see cref="QueueNames.WebSubAnnounce"/>.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer; the message is to come again.</exception>
    public async Task AnnounceAsync(string message, CancellationToken cancellationToken)
    {
        var news = AnnounceMessage.Parse(message);
        var left = await TellAsync(news, cancellationToken);
        if (left.Count == 0)
        {
            return;
        }

        if (Delays.After(news.Failures + 1) is not { } delay)
        {
            Log.AnnouncingGivenUp(log, new Uri(news.Hub).Host, left.Count);
            return;
        }

        var again = new AnnounceMessage(news.Hub, news.Failures + 1, left);
        await queues.SendAsync(QueueNames.WebSubAnnounce, again.ToString(), delay, cancellationToken);
    }

    /// <returns>The topics that the hub does not know of yet.</returns>
    private async Task<IReadOnlyList<Topic>> TellAsync(AnnounceMessage news, CancellationToken cancellationToken)
    {
        var stop = time.GetUtcNow() + MaxTurn;
        List<Topic> left = [];
        for (var i = 0; i < news.Topics.Count; i++)
        {
            var answer = time.GetUtcNow() < stop
                ? await TellAsync(news.Hub, news.Topics[i], cancellationToken)
                : new CallbackAnswer.None();
            if (answer is not CallbackAnswer.Answered)
            {
                // The hub is away for every topic.
                return [.. left, .. news.Topics.Skip(i)];
            }

            if (answer is not CallbackAnswer.Answered { IsSuccess: true })
            {
                left.Add(news.Topics[i]);
            }
        }

        return left;
    }

    private async Task<CallbackAnswer> TellAsync(string hub, Topic topic, CancellationToken cancellationToken)
    {
        var url = topic.Url(publication);
        using var request = new HttpRequestMessage(HttpMethod.Post, hub)
        {
            Content = new FormUrlEncodedContent(
            [
                new("hub.mode", "publish"),
                new("hub.url", url),
                new("hub.topic", url),
            ]),
        };
        return await client.SendAsync(request, maxBodyBytes: 0, cancellationToken);
    }
}
