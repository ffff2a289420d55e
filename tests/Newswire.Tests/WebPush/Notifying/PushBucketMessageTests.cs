using Newswire.WebPush.Notifying;

namespace Newswire.Tests.WebPush.Notifying;

public sealed class PushBucketMessageTests
{
    [Fact]
    public void An_article_may_be_called_as_the_bucket_is()
    {
        var read = PushBucketMessage.Parse(new PushBucketMessage("0a", ["bridge", "0a"]).ToString());

        Assert.Equal("0a", read.Bucket);
        Assert.Equal(["bridge", "0a"], read.Articles);
    }
}
