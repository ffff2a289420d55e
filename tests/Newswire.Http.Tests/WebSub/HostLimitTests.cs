using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.WebSub;

/// <summary>No host is made to do more than it may be: whoever asks in its name, however often.</summary>
public sealed class HostLimitTests : HubTests
{
    [Fact]
    public async Task A_host_is_asked_so_often_a_minute_and_then_told_when_to_come_back()
    {
        var first = await SubscribeManyAsync(from: 0, count: 2);
        Surface.Time.Advance(TimeSpan.FromSeconds(20));
        var second = await SubscribeManyAsync(from: 2, count: 2);

        Assert.Equal([202, 202], first.Select(answer => answer.Status));
        Assert.Equal([202, 429], second.Select(answer => answer.Status));
        Assert.Equal("40", second[1]["Retry-After"]);
        Assert.Equal(3, Pending().Count);

        Surface.Time.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal([202, 202, 429], (await SubscribeManyAsync(from: 3, count: 3)).Select(answer => answer.Status));
    }

    [Fact]
    public async Task Another_host_is_not_held_up()
    {
        await SubscribeManyAsync(from: 0, count: 4);

        var answer = await PostAsync(("hub.mode", "subscribe"), ("hub.topic", Topic), ("hub.callback", Subscriber.Callback.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)));

        Assert.Equal(202, answer.Status);
    }

    [Fact]
    public async Task However_many_ask_at_once_no_more_are_let_in()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(AskAsync));

        Assert.Equal(3, answers.Count(answer => answer.Status == 202));
        Assert.Equal(3, Pending().Count);
    }

    [Fact]
    public async Task A_host_has_so_many_subscriptions_and_may_renew_and_end_those_it_has()
    {
        await SubscribeManyAsync(from: 0, count: 2);
        await VerifyAsync();
        Surface.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal([429], (await SubscribeManyAsync(from: 2, count: 1)).Select(answer => answer.Status));
        Assert.Equal(202, (await AskAsync(1)).Status);
        Assert.Equal(202, (await PostAsync(("hub.mode", "unsubscribe"), ("hub.topic", Topic), ("hub.callback", Subscriber.Callback + "/0"))).Status);
        await VerifyAsync();
        Assert.Equal(202, (await AskAsync(2)).Status);
        await VerifyAsync();

        Assert.Equal(["/1", "/2"], Subscriptions().Select(subscription => subscription.Subscriber.GetProperty("callback").GetString()![^2..]).Order());
    }

    [Fact]
    public async Task A_subscription_whose_lease_has_ended_is_one_no_more()
    {
        await SubscribeManyAsync(from: 0, count: 2);
        await VerifyAsync();
        Surface.Time.Advance(TimeSpan.FromDays(10));

        Assert.Equal(202, (await AskAsync(2)).Status);
    }

    [Fact]
    public async Task All_hosts_together_are_taken_on_up_to_what_a_process_can_do()
    {
        await UseAsync(await NewswireSurface.StartAsync(settings: [("WebSub:MaxVerificationsPerMinute", "1")]));
        var first = await AskAsync(0);
        Surface.Time.Advance(TimeSpan.FromSeconds(45));
        var second = await PostAsync(("hub.mode", "subscribe"), ("hub.topic", Topic), ("hub.callback", "https://reader-site.com/"));
        Surface.Time.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal(202, first.Status);
        Assert.Equal((503, "15"), (second.Status, second["Retry-After"]));
        Assert.Equal(202, (await AskAsync(1)).Status);
    }

    [Fact]
    public async Task A_request_costs_storage_one_conditional_write_for_its_host_and_one_for_itself()
    {
        var operations = await Surface.OperationsOfAsync(() => AskAsync(0));

        Assert.Equal(
            ["read", "write", "read", "write", "send"],
            operations.Where(operation => operation.Contains("subscriptions/", StringComparison.Ordinal) || operation.StartsWith("send", StringComparison.Ordinal))
                .Select(operation => operation.Split(' ')[0]));
    }

    private protected override Task<NewswireSurface> StartAsync() => NewswireSurface.StartAsync(settings:
        [("WebSub:MaxVerificationsPerHostAndMinute", "3"), ("WebSub:MaxSubscriptionsPerHost", "2")]);

    private Task<Answer> AskAsync(int i) => PostAsync(
        ("hub.mode", "subscribe"), ("hub.topic", Topic), ("hub.callback", $"{Subscriber.Callback}/{i}"));

    private async Task<IReadOnlyList<Answer>> SubscribeManyAsync(int from, int count)
    {
        var answers = new List<Answer>();
        for (var i = from; i < from + count; i++)
        {
            answers.Add(await AskAsync(i));
        }

        return answers;
    }
}
