using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Newswire.Articles;
using Newswire.Articles.PictureFacts;
using Newswire.Articles.Submissions;
using Newswire.Catalog;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Articles.PictureFacts;

public sealed class PictureFinderTests
{
    private const string Url = "https://news.example/bridge.jpg";

    private readonly FakeTimeProvider time = new(Some.Morning);
    private readonly InMemoryObjectStore store = new();
    private readonly FakeProbe probe = new();

    [Fact]
    public async Task What_is_missing_is_found()
    {
        var article = await CompleteAsync(Finder(), Sent());

        Assert.Equal([Url], probe.Asked);
        Assert.Equal((1200, 800, "image/jpeg", 123_456L), Facts(article));
        Assert.Equal("<figure><img src=\"https://news.example/bridge.jpg\" alt=\"\" width=\"1200\" height=\"800\"></figure>", article.Body);
    }

    [Fact]
    public async Task An_article_that_lacks_nothing_costs_nothing()
    {
        SubmissionOutcome[] outcomes =
        [
            Accepted(Some.Article(featured: Some.Picture())),
            Accepted(Some.Article()),
            new SubmissionOutcome.Accepted(Some.Withdraw(), []),
            new SubmissionOutcome.Malformed("Not JSON."),
        ];

        Assert.Equal(outcomes, await Finder().CompleteAsync(outcomes, CancellationToken.None));
        Assert.Empty(probe.Asked);
    }

    [Fact]
    public async Task What_the_view_knows_is_not_asked_for_again_in_any_process()
    {
        await ShowAsync(await CompleteAsync(Finder(), Sent()));

        var edited = await CompleteAsync(Finder(), Sent() with { Headline = "Edited" });

        Assert.Equal((1200, 800, "image/jpeg", 123_456L), Facts(edited));
        Assert.Single(probe.Asked);
    }

    [Fact]
    public async Task What_could_not_be_had_when_it_was_published_does_not_change_an_article_that_is_sent_again()
    {
        probe.Facts = _ => null;
        var first = await CompleteAsync(Finder(), Sent());
        await ShowAsync(first);
        probe.Facts = _ => new FoundFacts(1200, 800, "image/jpeg", 123_456);

        Assert.Equal(Json(first), Json(await CompleteAsync(Finder(), Sent())));
        Assert.Single(probe.Asked);

        // An edit changes the article anyway, so it is the occasion to ask again.
        Assert.Equal((1200, 800, "image/jpeg", 123_456L), Facts(await CompleteAsync(Finder(), Sent() with { Headline = "Edited" })));
    }

    [Fact]
    public async Task Before_the_view_is_written_the_process_remembers_what_it_found_and_what_it_did_not()
    {
        var finder = Finder();
        await CompleteAsync(finder, Sent());
        await CompleteAsync(finder, Sent());
        Assert.Single(probe.Asked);

        probe.Facts = _ => null;
        var other = Sent("https://news.example/other.jpg");
        Assert.Equal(Json(await CompleteAsync(finder, other)), Json(await CompleteAsync(finder, other)));
        Assert.Equal(2, probe.Asked.Count);

        time.Advance(FactMemory.UnknownFor);
        await CompleteAsync(finder, other);
        await CompleteAsync(finder, Sent());
        Assert.Equal(3, probe.Asked.Count);

        time.Advance(FactMemory.FoundFor);
        await CompleteAsync(finder, Sent());
        Assert.Equal(4, probe.Asked.Count);
    }

    [Fact]
    public async Task The_memory_is_bounded()
    {
        var finder = Finder(new PictureProbeOptions { MaxRemembered = 2 });
        foreach (var name in new[] { "1", "2", "3", "3", "1" })
        {
            await CompleteAsync(finder, Sent($"https://news.example/{name}.jpg"));
        }

        Assert.Equal(["1", "2", "3", "1"], probe.Asked.Select(url => Path.GetFileNameWithoutExtension(url)));
    }

    [Fact]
    public async Task A_picture_that_many_articles_of_a_batch_show_is_asked_for_once()
    {
        var batch = Enumerable.Range(0, 1000)
            .Select(i => Accepted(Sent(i % 2 == 0 ? Url : $"https://news.example/{i % 5}.jpg"), i.ToString(CultureInfo.InvariantCulture)))
            .ToList();

        var completed = await Finder().CompleteAsync(batch, CancellationToken.None);

        Assert.Equal(6, probe.Asked.Count);
        Assert.Equal(batch.Select(IdOf), completed.Select(IdOf));
        Assert.All(completed, outcome => Assert.Equal(1200, ArticleOf(outcome).Pictures[0].Width));
    }

    [Fact]
    public async Task Of_an_article_with_very_many_pictures_the_first_are_asked_for()
    {
        var sent = Some.Article(
            featured: Bare("https://news.example/top.jpg"),
            pictures: [.. Enumerable.Range(1, 200).Select(i => Bare($"https://news.example/{i}.jpg"))]);

        await CompleteAsync(Finder(new PictureProbeOptions { MaxPicturesPerArticle = 3 }), sent);

        Assert.Equal(["1", "2", "top"], probe.Asked.Select(url => Path.GetFileNameWithoutExtension(url)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task When_the_time_of_the_request_is_over_what_has_been_found_is_kept_and_the_rest_stays_unknown()
    {
        var isAsked = new TaskCompletionSource();
        probe.Delay = async (url, cancellationToken) =>
        {
            if (url != Url)
            {
                isAsked.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }
        };
        var options = new PictureProbeOptions { MaxParallel = 1 };
        var finder = Finder(options);
        var sent = Some.Article(pictures: [Bare(Url), Bare("https://news.example/slow.jpg"), Bare("https://news.example/never.jpg")]);

        var completion = CompleteAsync(finder, sent);
        await isAsked.Task;
        time.Advance(options.MaxRequestTime);
        var article = await completion;

        Assert.Equal([1200, null, null], article.Pictures.Select(picture => picture.Width));
        Assert.Equal(2, probe.Asked.Count);

        // The CMS, which may have lost patience as well, sends the same again and gets the same.
        Assert.Equal(Json(article), Json(await CompleteAsync(finder, sent)));
    }

    [Fact]
    public async Task A_client_that_goes_ends_the_asking()
    {
        using var client = new CancellationTokenSource();
        probe.Delay = async (_, cancellationToken) =>
        {
            await client.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Finder().CompleteAsync(Accepted(Sent()), client.Token));
    }

    [Fact]
    public async Task Switched_off_nobody_is_asked_and_what_the_view_knows_is_kept()
    {
        var off = Finder(new PictureProbeOptions { Probe = false });
        Assert.Equal(Json(Sent()), Json(await CompleteAsync(off, Sent())));
        Assert.Empty(probe.Asked);

        var shown = await CompleteAsync(Finder(), Sent());
        await ShowAsync(shown);
        Assert.Equal(Json(shown), Json(await CompleteAsync(off, Sent())));
    }

    private static Article Sent(string url = Url) => Some.Article(
        body: $"<figure><img src=\"{url}\" alt=\"\"></figure>", pictures: [Bare(url)]);

    private static Picture Bare(string url) => Some.Picture(url, width: null, height: null, type: null, lengthBytes: null);

    private static SubmissionOutcome Accepted(Article article, string id = "harbour-bridge") =>
        new SubmissionOutcome.Accepted(Some.Publish(id, article: article), []);

    private static string IdOf(SubmissionOutcome outcome) => ((SubmissionOutcome.Accepted)outcome).Change.ArticleId;

    private static Article ArticleOf(SubmissionOutcome outcome) =>
        ((Change.Publish)((SubmissionOutcome.Accepted)outcome).Change).Article;

    private static (int?, int?, string?, long?) Facts(Article article) =>
        (article.Pictures[0].Width, article.Pictures[0].Height, article.Pictures[0].Type, article.Pictures[0].LengthBytes);

    private static string Json(Article article) => JsonSerializer.Serialize(article);

    private static async Task<Article> CompleteAsync(PictureFinder finder, Article article) =>
        ArticleOf(await finder.CompleteAsync(Accepted(article), CancellationToken.None));

    private PictureFinder Finder(PictureProbeOptions? options = null) =>
        new(new ArticleViews(store), probe, options ?? new PictureProbeOptions(), time, NullLogger<PictureFinder>.Instance);

    /// <summary>The view that a pass would write.</summary>
    private async Task ShowAsync(Article article)
    {
        var view = ArticleFold.Apply(before: null, new RecordedChange(Some.Publish(article: article), default, default));
        var content = new ObjectContent(
            JsonSerializer.SerializeToUtf8Bytes(view, StateJson.Compact.ArticleView), "application/json");
        Assert.IsType<WriteResult.Written>(
            await store.WriteAsync(ObjectPaths.View(view.Id), content, expectedETag: null, CancellationToken.None));
    }
}
