using System.Collections.Concurrent;
using System.Text.Json;
using Newswire.TestKit.Faults;
using Newswire.WebPush;

namespace Newswire.Tests.WebPush.Notifying;

/// <summary>Push services in memory: they take what is sent, or answer as a test says.</summary>
internal sealed class RecordingSender : IPushSender
{
    private readonly ConcurrentQueue<Sent> sent = new();

    /// <summary>What came in, in order, refused or not.</summary>
    public IReadOnlyList<Sent> All => [.. sent];

    /// <summary>The answer to a message; by default it is delivered.</summary>
    public Func<Sent, PushOutcome> Answer { get; set; } = _ => new PushOutcome.Delivered();

    /// <summary>The process dies behind so many messages; null for never.</summary>
    public int? DiesBehind { get; set; }

    public Task<PushOutcome> SendAsync(PushReceiver receiver, PushMessage message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var one = new Sent(
            receiver.Endpoint.Segments[^1], JsonElement.Parse(message.Payload.Span).GetProperty("notification"), message);
        sent.Enqueue(one);
        return sent.Count == DiesBehind ? throw new CrashException() : Task.FromResult(Answer(one));
    }

    /// <param name="Reader">The reader's name.</param>
    /// <param name="Notification">What the browser gets.</param>
    /// <param name="Message">How it was sent.</param>
    internal sealed record Sent(string Reader, JsonElement Notification, PushMessage Message)
    {
        public string Title => Notification.GetProperty("title").GetString()!;

        public string Tag => Notification.GetProperty("tag").GetString()!;

        public override string ToString() => $"{Reader}: {Title}";
    }
}
