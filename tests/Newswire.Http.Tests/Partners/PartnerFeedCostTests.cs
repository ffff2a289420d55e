using Newswire.Http.Tests.Surface;
using Newswire.Partners;

namespace Newswire.Http.Tests.Partners;

/// <summary>What a partner's polling costs storage.</summary>
public sealed class PartnerFeedCostTests : SurfaceTests
{
    [Fact]
    public async Task Polling_while_nothing_changes_costs_one_operation_a_poll_beside_those_all_partners_share()
    {
        var key = await ReadyAsync(articles: 60);
        await AskAsync("rss", key);
        var operations = await Surface.OperationsOfAsync(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                await AskAsync("rss", key);
            }
        });
        Surface.Time.Advance(TimeSpan.FromMinutes(1));
        var later = await Surface.OperationsOfAsync(() => AskAsync("rss", key));

        Assert.Equal(Enumerable.Repeat("head projection/cursor.json", 10), operations);
        Assert.Equal(
            ["head feeds-state/feeds.json", "head projection/cursor.json", Which, "read partners/partners.json"],
            later.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Other_formats_and_other_partners_find_the_articles_read_already()
    {
        var key = await ReadyAsync(articles: 60);
        var others = await AddAsync("gazette");
        await AskAsync("rss", key);

        var operations = await Surface.OperationsOfAsync(async () =>
        {
            await AskAsync("ninjs", key);
            await Surface.GetAsync("/partners/gazette/feeds/latest.atom", ("Authorization", "Bearer " + others));
        });

        Assert.All(operations, operation => Assert.Equal("head projection/cursor.json", operation));
    }

    [Fact]
    public async Task After_a_pass_each_object_is_asked_for_its_tag_once_and_only_what_has_changed_is_read()
    {
        var key = await ReadyAsync(articles: 60);
        await AskAsync("rss", key);
        await Surface.PutAsync("article-7", Send.Article(version: 2, more: ("headline", "Edited")), wait: true);
        var operations = await Surface.OperationsOfAsync(() => AskAsync("rss", key));

        Assert.Distinct(operations.Where(operation => operation.StartsWith("read ", StringComparison.Ordinal)));
        Assert.Equal(
            ["read articles/article-7.json"],
            operations.Where(operation => operation.StartsWith("read articles/", StringComparison.Ordinal)));
        Assert.Equal(60, operations.Count(operation => operation.StartsWith("head articles/", StringComparison.Ordinal)));
        Assert.InRange(operations.Count, 60, 80);
    }

    [Fact]
    public async Task A_burst_of_requests_reads_and_makes_a_document_once()
    {
        var key = await ReadyAsync(articles: 60);
        var operations = await Surface.OperationsOfAsync(async () =>
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AskAsync("rss", key)));
            Assert.All(answers, answer => Assert.Equal((200, answers[0]["ETag"]), (answer.Status, answer["ETag"])));
        });

        Assert.Distinct(operations.Where(operation => operation != "head projection/cursor.json"
            && !operation.StartsWith("head feeds-state/", StringComparison.Ordinal)));
    }

    private Task<Answer> AskAsync(string extension, string key) =>
        Surface.GetAsync($"/partners/planet/feeds/latest.{extension}", ("Authorization", "Bearer " + key));

    private async Task<string> ReadyAsync(int articles)
    {
        await Surface.BatchAsync(
            Send.Batch(Enumerable.Range(0, articles).Select(i => Send.Article($"article-{i}", more: ("headline", $"Article {i}")))), wait: true);
        return await AddAsync("planet");
    }

    private async Task<string> AddAsync(string partner)
    {
        await Surface.Partners.DefineAsync(
            [new Partner { Name = partner, Title = partner, Feeds = ["latest"] }], CancellationToken.None);
        return Assert.IsType<KeyCreation.Created>(
            await Surface.Partners.CreateKeyAsync(partner, name: null, expires: null, CancellationToken.None)).Secret;
    }
}
