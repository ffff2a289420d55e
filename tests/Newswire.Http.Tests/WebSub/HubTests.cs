using System.Text.Json;
using Newswire.Http.Tests.Surface;
using Newswire.Storage;

namespace Newswire.Http.Tests.WebSub;

/// <summary>
/// Tests of the hub with a subscriber on this machine and an article in the feeds. Whatever a test does, at its end
/// neither a secret nor more of a callback than its host is in any line of the log.
/// </summary>
public abstract class HubTests : IAsyncLifetime
{
    /// <summary>The path of every callback here; it may not come into a log.</summary>
    public const string CallbackWords = "unguessable-8c1f";

    /// <summary>What signs; it may not come into a log.</summary>
    public const string Secret = "s3cret of a subscriber";

    /// <summary>The topic of the tests.</summary>
    public const string Topic = "https://syndication.example/feeds/latest.atom";

    private protected NewswireSurface Surface { get; private set; } = null!;

    private protected CallbackHost Subscriber { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Subscriber = await CallbackHost.StartAsync();
        await UseAsync(await StartAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Surface.DisposeAsync();
        await Subscriber.DisposeAsync();
        Assert.All(Surface.Log.Lines, AssertDiscreet);
        GC.SuppressFinalize(this);
    }

    private protected virtual Task<NewswireSurface> StartAsync() => NewswireSurface.StartAsync();

    /// <summary>Takes another surface than the one the test began with.</summary>
    private protected async Task UseAsync(NewswireSurface surface)
    {
        if (Surface is { } before)
        {
            await before.DisposeAsync();
        }

        Surface = surface;
        Assert.Equal(200, (await Surface.PutAsync("harbour-bridge", wait: true)).Status);
    }

    /// <summary>A request to the hub with these parameters, in their order.</summary>
    private protected Task<Answer> PostAsync(params IEnumerable<(string Name, string Value)> parameters) =>
        Surface.SendWithAsync([], HttpMethod.Post, "/hub", new FormUrlEncodedContent(
            parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value))));

    private protected Task<Answer> SubscribeAsync(params IEnumerable<(string Name, string Value)> more) =>
        PostAsync([("hub.mode", "subscribe"), ("hub.topic", Topic), ("hub.callback", Subscriber.Callback), .. more]);

    private protected Task<Answer> UnsubscribeAsync(params IEnumerable<(string Name, string Value)> more) =>
        PostAsync([("hub.mode", "unsubscribe"), ("hub.topic", Topic), ("hub.callback", Subscriber.Callback), .. more]);

    /// <summary>Lets the hub ask whom it has to ask.</summary>
    private protected Task VerifyAsync() => Surface.ReceiveAsync(QueueNames.WebSubVerify);

    /// <summary>Subscribes and is asked.</summary>
    private protected async Task<Answer> SubscribedAsync(params IEnumerable<(string Name, string Value)> more)
    {
        var answer = await SubscribeAsync(more);
        await VerifyAsync();
        return answer;
    }

    /// <summary>The subscriptions there are, as they are stored, each with its topic.</summary>
    private protected IReadOnlyList<(string Topic, JsonElement Subscriber)> Subscriptions() =>
    [
        .. from stored in StoredBelow("subscriptions/websub/")
           from subscriber in JsonDocument.Parse(stored.Text).RootElement.GetProperty("subscribers").EnumerateArray()
           select (stored.Name[..stored.Name.LastIndexOf('/')], subscriber),
    ];

    /// <summary>What is stored in a folder.</summary>
    private protected IReadOnlyList<(string Name, string Text)> StoredBelow(string folder) =>
    [
        .. Surface.Stored().Where(pair => pair.Key.StartsWith(folder, StringComparison.Ordinal))
            .Select(pair => (pair.Key[folder.Length..], pair.Value)),
    ];

    private protected IReadOnlyList<(string Name, string Text)> Pending() => StoredBelow("subscriptions/websub-requests/");

    private static void AssertDiscreet(string line)
    {
        Assert.DoesNotContain(CallbackWords, line, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, line, StringComparison.Ordinal);
    }
}
