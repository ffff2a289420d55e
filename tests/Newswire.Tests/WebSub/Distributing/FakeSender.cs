using System.Globalization;
using System.Text;
using Newswire.Outbound;
using Newswire.WebSub;
using Newswire.WebSub.Distributing;

namespace Newswire.Tests.WebSub.Distributing;

/// <summary>Subscribers that answer as they are told to, and remember what they got. Never two requests to one at once.</summary>
internal sealed class FakeSender(TimeProvider time) : IDocumentSender
{
    public static readonly CallbackAnswer Ok = new CallbackAnswer.Answered(204, ReadOnlyMemory<byte>.Empty);

    private readonly HashSet<string> inFlight = new(StringComparer.Ordinal);

    /// <summary>How somebody answers its request number n, counted from 1, and after what time. By default at once, with 204.</summary>
    public Dictionary<string, Func<int, (CallbackAnswer Answer, TimeSpan After)>> Behaviours { get; } = new(StringComparer.Ordinal);

    /// <summary>Every request: when it began, to whom, the number of the document, whether it was a success.</summary>
    public List<(DateTimeOffset Begun, string Callback, int Document, bool Success)> Requests { get; } = [];

    /// <summary>The most that were under way at once.</summary>
    public int Most { get; private set; }

    public IEnumerable<int> Received(string callback) =>
        Requests.Where(request => request.Callback == callback && request.Success).Select(request => request.Document);

    public async Task<CallbackAnswer> SendAsync(
        Subscriber subscriber, Topic topic, TopicContent content, CancellationToken cancellationToken)
    {
        Assert.True(inFlight.Add(subscriber.Callback), $"{subscriber.Callback} is delivered to by two at once.");
        Most = Math.Max(Most, inFlight.Count);
        var begun = time.GetUtcNow();
        Assert.True(begun < subscriber.LeaseEnd.AddSeconds(90), "The lease ended long ago.");
        var number = Requests.Count(request => request.Callback == subscriber.Callback) + 1;
        var (answer, after) = Behaviours.TryGetValue(subscriber.Callback, out var behaviour) ? behaviour(number) : (Ok, TimeSpan.Zero);
        var document = int.Parse(Encoding.UTF8.GetString(content.Bytes.Span), CultureInfo.InvariantCulture);
        Requests.Add((begun, subscriber.Callback, document, answer is CallbackAnswer.Answered { IsSuccess: true }));
        await Task.Delay(after, time, cancellationToken);
        inFlight.Remove(subscriber.Callback);
        return answer;
    }
}
