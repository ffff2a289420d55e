using System.Text.Json;
using Newswire.Http.Tests.Surface;
using Newswire.Storage;

namespace Newswire.Http.Tests.WebSub;

/// <summary>Tests of what subscribers get: an article is published in the next version, and messages go where the hosts take them.</summary>
public abstract class DeliveryTests : HubTests
{
    /// <summary>Longer than any attempt, shorter than the first delay behind one.</summary>
    private protected static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(10);

    private int version = 1;

    /// <summary>The requests that carried documents.</summary>
    private protected IReadOnlyList<CallbackRequest> Deliveries =>
        [.. Subscriber.Requests.Where(request => request.Method == "POST")];

    /// <summary>Changes the article, and with it the documents of its feeds, three seconds after whatever was before.</summary>
    private protected async Task ChangeAsync()
    {
        Surface.Time.Advance(TimeSpan.FromSeconds(3));
        var article = Send.Article(version: ++version, more: ("standfirst", $"Version {version}"));
        Assert.Equal(200, (await Surface.PutAsync("harbour-bridge", article, wait: true)).Status);
        await Surface.ReceiveAsync(QueueNames.WebSubDistribute);
    }

    /// <summary>Delivers what there is to be delivered now.</summary>
    private protected async Task DeliverAsync()
    {
        await Surface.ReceiveAsync(QueueNames.WebSubDeliver);
        await Surface.ReceiveAsync(QueueNames.WebSubRetry);
    }

    private protected async Task ChangedAndDeliveredAsync()
    {
        await ChangeAsync();
        await DeliverAsync();
    }

    /// <summary>Lets so much time go by, second by second, and delivers what is due meanwhile.</summary>
    private protected async Task LiveAsync(TimeSpan span)
    {
        for (var end = Surface.Time.GetUtcNow() + span; Surface.Time.GetUtcNow() < end;)
        {
            Surface.Time.Advance(TimeSpan.FromSeconds(5));
            await DeliverAsync();
        }
    }

    /// <summary>Lets the time of an attempt pass once the subscriber has it in hand.</summary>
    private protected async Task GiveUpOnAsync(Task arrived, Task delivering)
    {
        await arrived;
        Assert.False(delivering.IsCompleted);
        Surface.Time.Advance(MaxTime);
        await delivering;
    }

    /// <summary>The subscription as it is stored.</summary>
    private protected JsonElement Subscription() => Subscriptions().Single().Subscriber;

    private protected int Failures() => Subscription().GetProperty("failures").GetInt32();
}
