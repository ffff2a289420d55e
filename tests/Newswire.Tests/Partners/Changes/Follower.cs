using System.Text.Json;
using Newswire.Partners.Changes;
using Newswire.Storage;
using Newswire.Tests.Formats.Ninjs;

namespace Newswire.Tests.Partners.Changes;

/// <summary>A partner's program: it keeps what it is told together with the cursor, and may lose the newest of it.</summary>
internal sealed class Follower(Syndicate syndicate, string partner)
{
    private readonly Stack<State> kept = new([new State(null, new Dictionary<string, (string Status, string? Headline)>(StringComparer.Ordinal))]);

    /// <summary>The articles it has, by identity: status and headline.</summary>
    public IReadOnlyDictionary<string, (string Status, string? Headline)> Articles => kept.Peek().Articles;

    /// <summary>Whether the last answer said that there was more.</summary>
    public bool HasMore { get; private set; }

    /// <summary>How many items it was told of altogether, and how many of them were marked as repeats.</summary>
    public (int All, int Repeats) Told { get; private set; }

    public async Task FollowAsync(int limit = 100, int server = 0, bool isStrict = false)
    {
        var serving = syndicate.Serving(server);
        var record = await syndicate.LetInAsync(server, partner);
        var cursor = kept.Peek().Cursor is { } text
            ? ChangeCursor.Read(partner, text)!
            : await serving.StartAsync(partner, Syndicate.Token);
        if (cursor is null)
        {
            return;
        }

        ChangesAnswer answer;
        try
        {
            answer = await serving.ReadAsync(record, cursor, limit, Syndicate.Token);
        }
        catch (StorageAwayException) when (!isStrict)
        {
            // Everything derived was taken away a moment ago.
            return;
        }

        Dictionary<string, (string Status, string? Headline)> articles = new(Articles, StringComparer.Ordinal);
        foreach (var change in answer.Changes)
        {
            Assert.Empty(NinjsSchema.Faults(change.Item.ToArray()));
            var item = JsonDocument.Parse(change.Item).RootElement;
            var (uri, status) = (item.GetProperty("uri").GetString()!, item.GetProperty("pubStatus").GetString()!);
            if (status == "canceled")
            {
                articles.Remove(uri);
            }
            else
            {
                articles[uri] = (status, item.GetProperty("headlines")[0].GetProperty("value").GetString());
            }
        }

        HasMore = answer.HasMore;
        Told = (Told.All + answer.Changes.Count, Told.Repeats + answer.Changes.Count(change => change.IsRepeat));
        kept.Push(new State(answer.Next.ToText(partner), articles));
    }

    public async Task FollowToTheEndAsync(int limit = 100)
    {
        do
        {
            await FollowAsync(limit, isStrict: true);
        }
        while (HasMore);
    }

    /// <summary>It dies, and finds what it had some answers ago.</summary>
    public void Crash(int answers)
    {
        for (; answers > 0 && kept.Count > 1; answers--)
        {
            kept.Pop();
        }
    }

    private sealed record State(string? Cursor, IReadOnlyDictionary<string, (string Status, string? Headline)> Articles);
}
