using System.Text;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.TestKit.Faults;

namespace Newswire.Tests.Projection;

/// <summary>
/// Everybody who follows the passes of a newsroom. It looks at what is stored when it is told, as those do who take up a
/// message: so it has missed something where what it saw last is not what there is.
/// </summary>
internal sealed class Audience(Newsroom newsroom)
{
    private readonly Dictionary<string, string> feeds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> articles = new(StringComparer.Ordinal);

    /// <summary>The audience as a process reaches it, through a queue.</summary>
    public IPassFollower Of(FaultPlan plan) => new Follower(new FaultyMessageQueues(new Seen(this), plan));

    /// <summary>The feeds it was told of.</summary>
    public IReadOnlyList<string> Feeds => [.. feeds.Keys.Order(StringComparer.Ordinal)];

    /// <summary>As if nobody had told it anything yet.</summary>
    public void Forget()
    {
        feeds.Clear();
        articles.Clear();
    }

    /// <summary>It has seen every feed and every article as they are now.</summary>
    public void AssertHasSeenAll(string what)
    {
        var documents = newsroom.Documents();
        IReadOnlyList<string> served = [.. documents.Keys.Select(Feed).OfType<string>().Distinct(StringComparer.Ordinal)];
        foreach (var feed in served.Union(feeds.Keys, StringComparer.Ordinal))
        {
            if (feeds.GetValueOrDefault(feed, "") != Documents(documents, feed))
            {
                Assert.Fail($"{what}: nobody was told of the change of {feed}.\nSeen:\n{feeds.GetValueOrDefault(feed)}\nThere is:\n{Documents(documents, feed)}");
            }
        }

        foreach (var id in newsroom.ServedObjects().Keys.Where(path => path.Container == Containers.Articles).Select(Id))
        {
            if (articles.GetValueOrDefault(id) != View(id))
            {
                Assert.Fail($"{what}: nobody was told of the change of the article {id}.");
            }
        }
    }

    private static string? Feed(string document) =>
        document.StartsWith("feeds/", StringComparison.Ordinal)
        && document.EndsWith(".rss", StringComparison.Ordinal)
        && !document.Contains("/archive/", StringComparison.Ordinal)
            ? document["feeds/".Length..^".rss".Length]
            : null;

    private static string Documents(IReadOnlyDictionary<string, string> documents, string feed) =>
        string.Concat(new[] { "rss", "atom", "json", "html" }.Select(extension => documents.GetValueOrDefault($"feeds/{feed}.{extension}")));

    private static string Id(ObjectPath path) => path.Name[..^".json".Length];

    private string? View(string id) =>
        newsroom.ServedObjects().TryGetValue(ObjectPaths.View(id), out var stored) ? Encoding.UTF8.GetString(stored.Content.Span) : null;

    private void See(string message)
    {
        var documents = newsroom.Documents();
        foreach (var line in message.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == 'f')
            {
                feeds[line[1..]] = Documents(documents, line[1..]);
            }
            else
            {
                articles[line[1..]] = View(line[1..])!;
            }
        }
    }

    private sealed class Follower(IMessageQueues queues) : IPassFollower
    {
        public Task FollowAsync(PassNews news, CancellationToken cancellationToken) => queues.SendAsync(
            "audience",
            string.Join('\n', news.Feeds.Select(feed => 'f' + feed).Concat(news.Articles.Select(article => 'a' + article.After.Id))),
            cancellationToken);
    }

    private sealed class Seen(Audience audience) : IMessageQueues
    {
        public Task SendAsync(string queue, string message, TimeSpan delay, CancellationToken cancellationToken)
        {
            audience.See(message);
            return Task.CompletedTask;
        }
    }
}
