using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.WebSub;

/// <summary>W3C WebSub §5.1.2, Subscription Response Details.</summary>
public sealed class Section5_1_2ConformanceTests : HubTests
{
    [Theory]
    [InlineData("subscribe")]
    [InlineData("unsubscribe")]
    public async Task S5_1_2_A_request_that_can_be_handled_MUST_be_answered_with_202_before_it_is_verified(string mode)
    {
        var answer = await PostAsync(("hub.mode", mode), ("hub.topic", Topic), ("hub.callback", Subscriber.Callback));

        Assert.Equal((202, ""), (answer.Status, answer.Text));
        Assert.Empty(Subscriber.Requests);
        Assert.Single(Pending());
    }

    [Fact]
    public async Task S5_1_2_The_response_MUST_NOT_depend_on_the_outcome_of_verification()
    {
        var confirmed = await SubscribedAsync();
        Subscriber.Say(404);
        var declined = await SubscribedAsync();
        var unknown = await PostAsync(("hub.mode", "unsubscribe"), ("hub.topic", Topic), ("hub.callback", "https://nobody.reader-site.com/"));

        Assert.Equal([202, 202, 202], new[] { confirmed, declined, unknown }.Select(answer => answer.Status));
    }

    [Fact]
    public async Task S5_1_2_An_error_MUST_be_answered_with_4xx_and_SHOULD_be_described_in_plain_text()
    {
        var answer = await PostAsync(("hub.mode", "subscribe"), ("hub.topic", Topic));

        Assert.Equal(400, answer.Status);
        Assert.Equal("text/plain; charset=utf-8", answer["Content-Type"]);
        Assert.Equal("nosniff", answer["X-Content-Type-Options"]);
        Assert.Equal("no-store", answer["Cache-Control"]);
        Assert.Equal("hub.callback is missing.\n", answer.Text);
    }

    [Fact]
    public async Task S5_1_2_A_fault_of_storage_MUST_be_answered_with_5xx()
    {
        Surface.Plan.Unanswered = operation => operation.StartsWith("write subscriptions/", StringComparison.Ordinal);

        var answer = await SubscribeAsync();

        Assert.Equal((503, "5"), (answer.Status, answer["Retry-After"]));
        Assert.Empty(Surface.Queues.Waiting("websub-verify"));
    }

    [Fact]
    public async Task S5_1_2_A_hub_that_is_switched_off_MAY_redirect_and_then_MUST_say_where_to()
    {
        await UseAsync(await NewswireSurface.StartAsync(settings:
            [("Publication:OwnHub", "false"), ("Publication:OutsideHubs:0", "https://hub.example/")]));
        var elsewhere = await SubscribeAsync();
        await UseAsync(await NewswireSurface.StartAsync(settings: [("Publication:OwnHub", "false")]));
        var nowhere = await SubscribeAsync();

        Assert.Equal((307, "https://hub.example/"), (elsewhere.Status, elsewhere["Location"]));
        Assert.Equal(404, nowhere.Status);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task S5_1_2_Other_methods_than_POST_are_not_allowed(string method)
    {
        var answer = await Surface.SendWithAsync([], new HttpMethod(method), "/hub");

        Assert.Equal((405, "POST"), (answer.Status, answer["Allow"]));
        Assert.Equal(405, (await Surface.SendWithAsync([], HttpMethod.Put, "/hub")).Status);
    }

    [Fact]
    public async Task S6_Whoever_publishes_is_told_that_the_hub_knows_of_changes_itself()
    {
        var answer = await PostAsync(("hub.mode", "publish"), ("hub.url", Topic));

        Assert.Equal(400, answer.Status);
        Assert.Contains("knows", answer.Text, StringComparison.Ordinal);
    }
}
