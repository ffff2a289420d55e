using Newswire.WebPush;

namespace Newswire.Tests.WebPush;

public sealed class PushMessageTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a=")]
    [InlineData("a+b")]
    [InlineData("ä")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456")]
    public void A_topic_is_1_to_32_characters_of_base64url(string topic) =>
        Assert.Throws<ArgumentException>(() => new PushMessage(default, TimeSpan.Zero, topic: topic));

    [Fact]
    public void A_message_beyond_the_bounds_of_the_protocol_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PushMessage(new byte[PushEncryption.MaxPlaintextBytes + 1], TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PushMessage(default, TimeSpan.FromTicks(-1)));
        Assert.Equal("-_Z9", new PushMessage(new byte[PushEncryption.MaxPlaintextBytes], TimeSpan.Zero, topic: "-_Z9").Topic);
    }

    [Fact]
    public void Any_name_has_a_topic_that_is_the_same_tomorrow_and_does_not_show_it()
    {
        // The beginning of SHA-256 of the name.
        Assert.Equal("0b_e7wR52I6oplHErmmip-L9gNUGDgeL", PushMessage.TopicOf("harbour-bridge"));
        Assert.Equal(32, new PushMessage(default, TimeSpan.Zero, topic: PushMessage.TopicOf(new string('ä', 1000))).Topic!.Length);
        Assert.NotEqual(PushMessage.TopicOf("a"), PushMessage.TopicOf("b"));
    }
}
