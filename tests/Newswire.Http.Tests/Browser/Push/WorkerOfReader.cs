using System.Text.Json;
using Microsoft.Playwright;

namespace Newswire.Http.Tests.Browser.Push;

/// <summary>The service worker of a reader's browser, reached as the browser itself reaches it.</summary>
internal sealed class WorkerOfReader : IAsyncDisposable
{
    private const string Registration = "(await navigator.serviceWorker.getRegistrations())[0]";

    private readonly IPage page;
    private readonly ICDPSession inspector;
    private readonly WorkerConsole console;
    private readonly string registrationId;

    private WorkerOfReader(IPage page, ICDPSession inspector, WorkerConsole console, string registrationId)
    {
        (this.page, this.inspector) = (page, inspector);
        (this.console, this.registrationId) = (console, registrationId);
    }

    /// <summary>The worker that the reader's page has registered.</summary>
    public static async Task<WorkerOfReader> FindAsync(PushReader reader)
    {
        var session = await reader.Page.Context.NewCDPSessionAsync(reader.Page);
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        session.Event("ServiceWorker.workerRegistrationUpdated").OnEvent += (_, update) =>
        {
            foreach (var known in update!.Value.GetProperty("registrations").EnumerateArray())
            {
                found.TrySetResult(known.GetProperty("registrationId").GetString()!);
            }
        };
        await session.SendAsync("ServiceWorker.enable");
        var id = await found.Task;
        return new WorkerOfReader(reader.Page, session, await WorkerConsole.OpenAsync(reader.Page, session), id);
    }

    /// <summary>Hands a decrypted message to the browser, as its push service would.</summary>
    public Task PushAsync(string payload) => inspector.SendAsync("ServiceWorker.deliverPushMessage", new Dictionary<string, object>
    {
        ["origin"] = new Uri(page.Url).GetLeftPart(UriPartial.Authority) + "/",
        ["registrationId"] = registrationId,
        ["data"] = payload,
    });

    /// <summary>What the browser shows, as soon as it is this many.</summary>
    public async Task<IReadOnlyList<JsonElement>> ShownAsync(int count)
    {
        await page.WaitForFunctionAsync($"async count => (await {Registration}.getNotifications()).length === count", count);
        var shown = await page.EvaluateAsync<JsonElement>(
            $"async () => (await {Registration}.getNotifications()).map(({{ title, body, data, tag, lang, dir, silent, renotify }}) => "
            + "({ title, body, data, tag, lang, dir, silent, renotify }))");
        return [.. shown.EnumerateArray()];
    }

    /// <summary>
    /// Returns as soon as exactly these are shown, by their titles in the order of the alphabet. While one takes the place
    /// of another, Chromium may show either for a moment.
    /// </summary>
    public Task ShownAsync(params IReadOnlyList<string> titles) => page.WaitForFunctionAsync(
        $"async titles => (await {Registration}.getNotifications()).map(shown => shown.title).sort().join('|') === titles.join('|')", titles);

    /// <summary>
    /// The reader clicks the notification. There is no way to do so in a browser without a screen, so the worker gets the
    /// event from the test, and what it does with the windows is written down instead of done.
    /// </summary>
    public Task<string> ClickAsync() => console.EvaluateAsync("""
        (async () => {
          const did = [];
          clients.openWindow = async url => { did.push("open " + url); };
          WindowClient.prototype.focus = async function () { did.push("focus " + this.url); };
          const [notification] = await registration.getNotifications();
          const event = new NotificationEvent("notificationclick", { notification });
          let work;
          event.waitUntil = given => { work = given; };
          dispatchEvent(event);
          await work;
          return did.join();
        })()
        """);

    /// <summary>The browser gives up a subscription and lets the worker make another.</summary>
    public Task<string> ChangeSubscriptionAsync(string? before, string after) => console.EvaluateAsync($$"""
        (async () => {
          PushManager.prototype.subscribe = async ({ applicationServerKey }) =>
            ({ endpoint: {{JsonSerializer.Serialize(after)}}, keys: { p256dh: applicationServerKey, auth: "auth" } });
          const event = new ExtendableEvent("pushsubscriptionchange");
          event.oldSubscription = { endpoint: {{JsonSerializer.Serialize(before)}} };
          let work;
          event.waitUntil = given => { work = given; };
          dispatchEvent(event);
          await work;
          return "";
        })()
        """);

    public async ValueTask DisposeAsync()
    {
        await console.DisposeAsync();
        await inspector.DetachAsync();
    }
}
