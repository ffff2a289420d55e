using Newswire.Catalog;
using Newswire.Delivery;
using Newswire.Feeds;
using Newswire.Projection;
using Newswire.TestKit;
using Newswire.WebPush.Notifying;

namespace Newswire.Tests.WebPush.Notifying;

public sealed class PushFollowerTests
{
    [Fact]
    public void A_pass_without_news_sends_nothing() =>
        Assert.Empty(PushFollower.MessagesFor(News(Some.Morning.AddDays(2), "x")));

    [Fact]
    public void A_pass_sends_the_ids_of_its_news_in_one_message() =>
        Assert.Equal(["x\ny"], PushFollower.MessagesFor(News(Some.Morning.AddHours(1), "x", "y")));

    [Fact]
    public void More_ids_than_a_message_takes_go_into_several()
    {
        string[] ids = [.. Enumerable.Range(0, 1_000).Select(i => $"{i}".PadLeft(128, 'x'))];
        var messages = PushFollower.MessagesFor(News(Some.Morning.AddHours(1), ids)).ToList();

        Assert.Equal(4, messages.Count);
        Assert.All(messages, message => Assert.InRange(message.Length, 1, MessageLines.MaxBytes));
        Assert.Equal(ids, messages.SelectMany(MessageLines.Read));
    }

    private static PassNews News(DateTimeOffset now, params IReadOnlyList<string> ids) => new(
        [],
        [.. ids.Select(id => new ArticleNews(null, ArticleFold.Apply(null, new RecordedChange(Some.Publish(id), Position.Start, Position.Start))))],
        FeedDefinitions.Empty,
        now,
        Repairing: false);
}
