using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Newswire.TestKit.WebPush;

namespace Newswire.Http.Tests.Browser.Push;

/// <summary>
/// A reader at a browser that takes push messages. Chromium reaches no push service here, so a stand-in in the page
/// hands out subscriptions of the test's: their endpoint is the test's, and so are the keys. Permission, service worker
/// and notifications are Chromium's own.
/// </summary>
internal sealed class PushReader : IAsyncDisposable
{
    private readonly Window window;
    private readonly ReceiverKeys keys = new();
    private readonly string endpoints;

    private PushReader(Window window, string endpoints) => (this.window, this.endpoints) = (window, endpoints);

    public IPage Page => window.Page;

    public Window Window => window;

    /// <summary>The panel.</summary>
    public ILocator Panel => Page.Locator("#notify");

    /// <summary>What it says aloud.</summary>
    public ILocator Said => Panel.GetByRole(AriaRole.Status);

    /// <summary>The feeds that notifications are on for.</summary>
    public ILocator Favourites => Panel.GetByRole(AriaRole.List, new() { Name = "Notifications are on for" }).GetByRole(AriaRole.Listitem);

    /// <param name="chromium">The browser.</param>
    /// <param name="look">How it is looked at.</param>
    /// <param name="endpoints">What the address of each of its subscriptions begins with.</param>
    public static async Task<PushReader> OpenAsync(
        Chromium chromium, Look? look = null, string endpoints = "https://push.example/of-this-reader/")
    {
        var reader = new PushReader(await chromium.OpenAsync(look ?? Look.Desktop), endpoints);
        var stand = JsonSerializer.Serialize(new
        {
            endpoints = reader.endpoints,
            p256dh = reader.keys.P256dh,
            auth = reader.keys.Auth,
        });
        await reader.Page.Context.AddInitScriptAsync($"({StandIn})({stand})");
        return reader;
    }

    /// <summary>Goes to a page.</summary>
    /// <param name="url">Its address.</param>
    /// <param name="offered">Whether the panel is to come.</param>
    public async Task GoAsync(string url, bool offered = true)
    {
        await Page.GotoAsync(url);
        if (offered)
        {
            await Panel.WaitForAsync();
        }
    }

    /// <summary>The reader answers the browser with Allow.</summary>
    public Task AllowAsync() => Page.Context.GrantPermissionsAsync(["notifications"]);

    public Task PressAsync(string button) => Button(button).ClickAsync();

    public ILocator Button(string name) => Panel.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public Task ChooseAsync(string feed) => Choice(feed).CheckAsync();

    public ILocator Choice(string feed) => Panel.GetByRole(AriaRole.Checkbox, new() { Name = feed, Exact = true });

    /// <summary>The endpoint this browser is subscribed at; null when it is not.</summary>
    public Task<string?> EndpointAsync() => Page.EvaluateAsync<string?>(
        "async () => (await (await navigator.serviceWorker.getRegistrations())[0]?.pushManager.getSubscription())?.endpoint ?? null");

    /// <summary>Returns as soon as the panel shows these words.</summary>
    public Task SeesAsync(string words) => Assertions.Expect(Panel.GetByText(words)).ToBeVisibleAsync();

    /// <summary>Reads a message that a push service got for it, as the browser would.</summary>
    public string Decrypt(ReadOnlySpan<byte> body) => Encoding.UTF8.GetString(keys.Decrypt(body));

    /// <summary>The number of subscriptions the browser ever gave out.</summary>
    public Task<int> SubscribedAsync() => Page.EvaluateAsync<int>("Number(localStorage.getItem('stand-in count'))");

    /// <summary>From now on the browser's push service cannot be reached.</summary>
    public Task LosePushServiceAsync() => Page.EvaluateAsync("localStorage.setItem('stand-in fails', 'yes')");

    public async ValueTask DisposeAsync()
    {
        keys.Dispose();
        await window.DisposeAsync();
    }

    private const string StandIn = """
        ({ endpoints, p256dh, auth }) => {
          if (!window.PushManager) return;
          const slot = "stand-in subscription";
          const bytes = text => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), c => c.charCodeAt(0)).buffer;
          const current = () => {
            const kept = JSON.parse(localStorage.getItem(slot));
            return kept && Object.defineProperties(Object.create(PushSubscription.prototype), {
              endpoint: { value: kept.endpoint },
              options: { value: { userVisibleOnly: true, applicationServerKey: bytes(kept.key) } },
              toJSON: { value: () => ({ endpoint: kept.endpoint, expirationTime: null, keys: { p256dh, auth } }) },
            });
          };
          PushManager.prototype.getSubscription = async () => current();
          PushManager.prototype.subscribe = async ({ userVisibleOnly, applicationServerKey }) => {
            if (!userVisibleOnly || Notification.permission !== "granted") throw new DOMException("Not allowed", "NotAllowedError");
            if (localStorage.getItem("stand-in fails")) throw new DOMException("No push service", "AbortError");
            const count = Number(localStorage.getItem("stand-in count")) + 1;
            localStorage.setItem("stand-in count", count);
            localStorage.setItem(slot, JSON.stringify({ endpoint: endpoints + count, key: applicationServerKey }));
            return current();
          };
          PushSubscription.prototype.unsubscribe = async () => {
            const had = localStorage.getItem(slot) !== null;
            localStorage.removeItem(slot);
            return had;
          };
        }
        """;
}
