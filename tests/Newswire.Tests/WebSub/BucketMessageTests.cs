using Newswire.WebSub;
using Topic = Newswire.WebSub.Topic;

namespace Newswire.Tests.WebSub;

public sealed class BucketMessageTests
{
    [Theory]
    [InlineData("latest", "rss", "00", "latest.rss\n00")]
    [InlineData("topics/crime", "atom", "0a", "topics/crime.atom\n0a")]
    [InlineData("日本", "json", "0f", "日本.json\n0f")]
    public void A_message_names_topic_and_bucket_on_lines_of_their_own(string feed, string extension, string bucket, string text)
    {
        var message = new BucketMessage(new Topic(feed, extension), bucket);

        Assert.Equal(text, message.ToString());
        Assert.Equal(message, BucketMessage.Parse(text));
    }
}
