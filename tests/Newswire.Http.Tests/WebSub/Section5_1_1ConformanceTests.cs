namespace Newswire.Http.Tests.WebSub;

/// <summary>W3C WebSub §5.1.1, Subscription Parameter Details.</summary>
public sealed class Section5_1_1ConformanceTests : HubTests
{
    [Theory]
    [InlineData("https://syndication.example/feeds/l%61test%2Eatom")]
    [InlineData("HTTPS://SYNDICATION.example:443/feeds/latest.atom")]
    public async Task S5_1_1_Characters_that_are_not_reserved_MUST_be_decoded_in_the_topic(string topic)
    {
        Assert.Equal(202, (await PostAsync(("hub.mode", "subscribe"), ("hub.topic", topic), ("hub.callback", Subscriber.Callback))).Status);
        await VerifyAsync();

        Assert.Equal("latest.atom", Assert.Single(Subscriptions()).Topic);
        Assert.Equal(topic, Subscriber.Requests.Single().Query["hub.topic"]);
    }

    [Fact]
    public async Task S5_1_1_Characters_that_are_not_reserved_MUST_be_decoded_in_the_callback()
    {
        await SubscribedAsync();
        await PostAsync(("hub.mode", "subscribe"), ("hub.topic", Topic), ("hub.callback", Subscriber.Callback.Replace("-", "%2D", StringComparison.Ordinal)));
        await VerifyAsync();

        Assert.Single(Subscriptions());
        Assert.Equal(Subscriber.Requests[0].Target.Split('?')[0], Subscriber.Requests[1].Target.Split('?')[0]);
    }

    [Theory]
    [InlineData("", "?hub.mode=")]
    [InlineData("?", "?hub.mode=")]
    [InlineData("?foo=bar&red=fish", "?foo=bar&red=fish&hub.mode=")]
    [InlineData("?token", "?token&hub.mode=")]
    [InlineData("?a=%20+%2B%26%3D&&b=%C3%A9", "?a=%20+%2B%26%3D&&b=%C3%A9&hub.mode=")]
    [InlineData("?hub.mode=mine&hub.challenge=mine", "?hub.mode=mine&hub.challenge=mine&hub.mode=")]
    public async Task S5_1_1_The_query_of_the_callback_MUST_be_preserved_and_parameters_appended(string query, string begin)
    {
        await PostAsync(("hub.mode", "subscribe"), ("hub.topic", Topic), ("hub.callback", Subscriber.Callback + query));
        await VerifyAsync();

        Assert.StartsWith($"/{CallbackWords}{begin}subscribe&hub.topic=", Subscriber.Requests.Single().Target, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://syndication.example/feeds/latest")]
    [InlineData("https://syndication.example/feeds/LATEST.atom")]
    [InlineData("https://syndication.example/feeds/latest.atom?x=1")]
    [InlineData("https://syndication.example/feeds/latest.atom#x")]
    [InlineData("https://syndication.example//feeds/latest.atom")]
    [InlineData("http://syndication.example/feeds/latest.atom")]
    [InlineData("https://syndication.example:8443/feeds/latest.atom")]
    [InlineData("https://elsewhere.example/feeds/latest.atom")]
    [InlineData("https://syndication.example/feeds/unknown.atom")]
    [InlineData("https://syndication.example/feeds/latest.html")]
    [InlineData("https://syndication.example/feeds/latest.xml")]
    [InlineData("https://syndication.example/feeds/latest/archive/oldest.atom")]
    [InlineData("https://syndication.example/")]
    [InlineData("https://syndication.example/hub")]
    [InlineData("/feeds/latest.atom")]
    [InlineData("latest")]
    [InlineData("urn:latest")]
    public async Task S5_1_1_The_topic_MUST_be_the_one_that_the_publisher_advertises(string topic)
    {
        var answer = await PostAsync(("hub.mode", "subscribe"), ("hub.topic", topic), ("hub.callback", Subscriber.Callback));

        Assert.Equal(400, answer.Status);
        Assert.Contains("hub.topic", answer.Text, StringComparison.Ordinal);
        Assert.Empty(Pending());
    }

    [Theory]
    [InlineData("ftp://reader-site.com/")]
    [InlineData("reader-site.com/callback")]
    [InlineData("//reader-site.com/callback")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://name:password@reader-site.com/")]
    [InlineData("https://reader-site.com/#fragment")]
    [InlineData("https://reader-site.com:22/")]
    [InlineData("https://reader-site.com:25/")]
    [InlineData("http://")]
    public async Task S5_1_1_A_callback_MAY_be_any_http_or_https_URL_that_can_be_sent_to(string callback)
    {
        var answer = await PostAsync(("hub.mode", "subscribe"), ("hub.topic", Topic), ("hub.callback", callback));

        Assert.Equal(400, answer.Status);
        Assert.Contains("hub.callback", answer.Text, StringComparison.Ordinal);
        Assert.Empty(Pending());
    }
}
