using System.Text.Json;
using Newswire.Partners.Changes;
using Newswire.Partners.Webhooks;
using Newswire.Projection;
using Newswire.Tests.Partners.Changes;

namespace Newswire.Tests.Partners.Webhooks;

/// <summary>What one delivery says, over a newsroom that publishes.</summary>
public sealed class WebhookNewsTests : IDisposable
{
    private const string Partner = "planet";

    private readonly Syndicate syndicate = new();
    private readonly List<WebhookNews> made = [];

    [Fact]
    public async Task The_newest_change_stands_first_and_each_article_once_as_it_is()
    {
        var begin = await BeginAsync();
        foreach (var id in new[] { "a", "b", "a", "c" })
        {
            await PublishAsync(id);
        }

        var (until, document) = await ReadAsync(begin);

        Assert.Equal(["c v1", "a v2", "b v1"], Headlines(document!));
        Assert.False(Json(document!).TryGetProperty("fetchAfter", out _));
        Assert.False(Json(document!).GetProperty("hasMore").GetBoolean());
        Assert.Equal(until!.ToText(Partner), Json(document!).GetProperty("next").GetString());
    }

    [Fact]
    public async Task What_does_not_fit_is_older_and_left_to_the_stream()
    {
        var begin = await BeginAsync();
        for (var i = 0; i < 7; i++)
        {
            await PublishAsync($"a-{i}");
        }

        var (until, document) = await ReadAsync(begin, new WebhookOptions { MaxChanges = 3 });

        Assert.Equal(["a-6 v1", "a-5 v1", "a-4 v1"], Headlines(document!));
        var cursor = ChangeCursor.Read(Partner, Json(document!).GetProperty("fetchAfter").GetString()!);
        var left = await syndicate.Serving(0).ReadAsync(await syndicate.PartnerAsync(Partner), cursor!, 100, Syndicate.Token);
        Assert.Equal(["a-0", "a-1", "a-2", "a-3", "a-4", "a-5", "a-6"], left.Changes.Select(change => change.ArticleId));
        Assert.False(await News().HasMoreAsync(Partner, until, Syndicate.Token));
    }

    [Fact]
    public async Task Bytes_are_counted_from_the_newest_on()
    {
        var begin = await BeginAsync();
        for (var i = 0; i < 3; i++)
        {
            await PublishAsync($"a-{i}");
        }

        var item = Json((await ReadAsync(begin)).Document!).GetProperty("changes")[0].GetProperty("item").GetRawText().Length;
        Assert.Equal(["a-2 v1", "a-1 v1"], Headlines((await ReadAsync(begin, new WebhookOptions { MaxBytes = (2 * item) + 50 })).Document!));
        var none = (await ReadAsync(begin, new WebhookOptions { MaxBytes = 1 })).Document!;
        Assert.Empty(Headlines(none));
        Assert.Equal(begin!.ToText(Partner), Json(none).GetProperty("fetchAfter").GetString());
    }

    [Fact]
    public async Task What_is_told_once_more_has_the_same_id_and_what_is_new_another()
    {
        var begin = await BeginAsync();
        await PublishAsync("a");
        var first = (await ReadAsync(begin)).Document!;

        // Other partners' news and later passes are no news to this one.
        syndicate.Newsroom.Time.Advance(TimeSpan.FromMinutes(5));
        await syndicate.ContractAsync("gazette", ["latest"]);
        await syndicate.ProjectAsync();
        Assert.Equal(first.Id, (await ReadAsync(begin)).Document!.Id);

        await PublishAsync("a");
        Assert.NotEqual(first.Id, (await ReadAsync(begin)).Document!.Id);
        Assert.Matches("^msg_[A-Za-z0-9_-]{24}$", first.Id);
    }

    [Fact]
    public async Task What_has_just_been_noted_is_seen_at_once()
    {
        var begin = await BeginAsync();
        var news = News();
        Assert.False(await news.HasMoreAsync(Partner, begin, Syndicate.Token));
        await syndicate.PublishAsync("a", ["crime"]);
        await syndicate.ProjectAsync();

        Assert.True(await news.HasMoreAsync(Partner, begin, Syndicate.Token));
    }

    [Fact]
    public async Task What_is_under_embargo_is_not_told_without_early_access()
    {
        var begin = await BeginAsync();
        await syndicate.PublishAsync("a", ["crime"], embargo: TimeSpan.FromHours(1));
        await syndicate.ProjectAsync();

        Assert.False(await News().HasMoreAsync(Partner, begin, Syndicate.Token) && (await ReadAsync(begin)).Document is not null);
    }

    [Fact]
    public async Task A_partner_whose_contract_is_over_has_no_news()
    {
        var begin = await BeginAsync();
        var partner = await syndicate.PartnerAsync(Partner);
        await PublishAsync("a");
        await syndicate.Newsroom.AppendAsync(Newswire.Partners.PartnerIntake.EndOf(Partner, partner.Said));
        await syndicate.ProjectAsync();

        Assert.False(await News().HasMoreAsync(Partner, begin, Syndicate.Token));
        Assert.Equal((null, null), await News().ReadAsync(partner, begin, Syndicate.Token));
    }

    [Fact]
    public async Task After_a_rebuild_the_partner_is_told_where_to_fetch_what_does_not_fit()
    {
        await BeginAsync();
        for (var i = 0; i < 5; i++)
        {
            await PublishAsync($"a-{i}");
        }

        var before = await News().EndAsync(Partner, Syndicate.Token);
        await syndicate.ForgetDerivedAsync();
        await syndicate.ProjectAsync();

        var (_, document) = await ReadAsync(before, new WebhookOptions { MaxChanges = 3 });
        Assert.Equal(before!.ToText(Partner), Json(document!).GetProperty("fetchAfter").GetString());
        Assert.All(Json(document!).GetProperty("changes").EnumerateArray(), change => Assert.True(change.GetProperty("repeat").GetBoolean()));
    }

    public void Dispose()
    {
        made.ForEach(news => news.Dispose());
        syndicate.Dispose();
    }

    private static JsonElement Json(WebhookDocument document) => JsonDocument.Parse(document.Bytes).RootElement;

    private static IEnumerable<string> Headlines(WebhookDocument document) => Json(document).GetProperty("changes")
        .EnumerateArray().Select(change => change.GetProperty("item").GetProperty("headlines")[0].GetProperty("value").GetString()!);

    private async Task<ChangeCursor?> BeginAsync()
    {
        await syndicate.ContractAsync(Partner, ["latest"]);
        await syndicate.ProjectAsync();
        return await News().EndAsync(Partner, Syndicate.Token);
    }

    private async Task PublishAsync(string id)
    {
        syndicate.Newsroom.Time.Advance(TimeSpan.FromSeconds(2));
        await syndicate.PublishAsync(id, ["crime"]);
        await syndicate.ProjectAsync();
    }

    private async Task<(ChangeCursor? Until, WebhookDocument? Document)> ReadAsync(ChangeCursor? after, WebhookOptions? options = null) =>
        await News(options).ReadAsync(await syndicate.PartnerAsync(Partner), after, Syndicate.Token);

    private WebhookNews News(WebhookOptions? options = null)
    {
        var objects = syndicate.Newsroom.Objects;
        var news = new WebhookNews(
            objects,
            new FeedsInForce(objects),
            new Newswire.Partners.PartnerRecords(objects, syndicate.Newsroom.Time),
            new ArticleViews(objects),
            Newswire.Tests.Projection.Newsroom.Publication,
            options ?? new WebhookOptions(),
            syndicate.Newsroom.Time);
        made.Add(news);
        return news;
    }
}
