using System.Globalization;
using System.Text.Json;
using Newswire.Outbound;
using Newswire.Partners.Changes;
using Newswire.Partners.Webhooks;
using Newswire.Tests.Partners.Changes;

namespace Newswire.Tests.Partners.Webhooks;

/// <summary>
/// A partner's server: it takes every delivery that arrives, whatever becomes of the answer, and fetches from the stream
/// what it is pointed to. Asserts that no two arrive at once, and no older state of an article behind a newer one.
/// </summary>
internal sealed class Receiver(Syndicate syndicate, string partner)
{
    private readonly Dictionary<string, long> newest = new(StringComparer.Ordinal);
    private readonly List<(DateTimeOffset Due, CallbackAnswer Answer, Process By, TaskCompletionSource<CallbackAnswer> Done)> waiting = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>How it answers request number n, counted from 1, and after how many seconds. By default at once, with 204.</summary>
    public Func<int, (CallbackAnswer Answer, int Seconds)> Behaviour { get; set; } = _ => (Status(204), 0);

    /// <summary>The articles it has, by identity: status and headline.</summary>
    public Dictionary<string, (string Status, string? Headline)> Articles { get; } = new(StringComparer.Ordinal);

    /// <summary>The ids of the deliveries, in order.</summary>
    public List<string> Ids { get; } = [];

    /// <summary>When each delivery arrived.</summary>
    public List<DateTimeOffset> Arrivals { get; } = [];

    public static CallbackAnswer Status(int status) => new CallbackAnswer.Answered(status, ReadOnlyMemory<byte>.Empty);

    /// <summary>The sender of a process; it stands in the send until the clock is at the answer.</summary>
    public IWebhookSender SenderOf(Process process) => new Sender(this, process);

    /// <summary>Lets those answers go whose time has come.</summary>
    public bool Answer(DateTimeOffset now)
    {
        var due = waiting.Where(one => one.Due <= now).ToList();
        foreach (var one in due)
        {
            waiting.Remove(one);
            one.By.IsSending = false;
            one.Done.SetResult(one.Answer);
        }

        return due.Count > 0;
    }

    private async Task<CallbackAnswer> ReceiveAsync(Process by, WebhookDocument document)
    {
        Assert.True(waiting.Count == 0, "Two deliveries at once.");
        Ids.Add(document.Id);
        Arrivals.Add(syndicate.Newsroom.Time.GetUtcNow());
        var (answer, seconds) = Behaviour(Ids.Count);
        await TakeAsync(document);
        var done = new TaskCompletionSource<CallbackAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Add((Arrivals[^1].AddSeconds(seconds), answer, by, done));
        by.IsSending = true;
        return await done.Task;
    }

    private async Task TakeAsync(WebhookDocument document)
    {
        var json = JsonDocument.Parse(document.Bytes).RootElement;
        if (!seen.Add(document.Id))
        {
            return;
        }

        if (json.TryGetProperty("fetchAfter", out var cursor))
        {
            await FetchAsync(ChangeCursor.Read(partner, cursor.GetString()!)!);
        }

        // The newest stands first, so an article is taken once.
        foreach (var change in json.GetProperty("changes").EnumerateArray().Reverse())
        {
            var item = change.GetProperty("item");
            var (uri, version) = (item.GetProperty("uri").GetString()!, long.Parse(item.GetProperty("version").GetString()!, CultureInfo.InvariantCulture));
            Assert.True(version >= newest.GetValueOrDefault(uri), $"Version {version} of {uri} comes behind {newest.GetValueOrDefault(uri)}.");
            newest[uri] = version;
            Take(item);
        }
    }

    private async Task FetchAsync(ChangeCursor cursor)
    {
        ChangesAnswer answer;
        do
        {
            answer = await syndicate.Serving(0).ReadAsync(await syndicate.PartnerAsync(partner), cursor, 100, Syndicate.Token);
            foreach (var change in answer.Changes)
            {
                Take(JsonDocument.Parse(change.Item).RootElement);
            }

            cursor = answer.Next;
        }
        while (answer.HasMore);
    }

    private void Take(JsonElement item)
    {
        var (uri, status) = (item.GetProperty("uri").GetString()!, item.GetProperty("pubStatus").GetString()!);
        if (status == "canceled")
        {
            Articles.Remove(uri);
        }
        else
        {
            Articles[uri] = (status, item.GetProperty("headlines")[0].GetProperty("value").GetString());
        }
    }

    private sealed class Sender(Receiver receiver, Process process) : IWebhookSender
    {
        public Task<CallbackAnswer> SendAsync(Webhook webhook, WebhookDocument document, CancellationToken cancellationToken) =>
            receiver.ReceiveAsync(process, document);
    }
}
