using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Newswire.Http.Tests.Browser.Push;

/// <summary>What stands between a reader and notifications: the panel says it, and leaves nothing half-done.</summary>
[Collection(BrowserCollection.Name)]
public sealed class NotNotifyingTests : IDisposable
{
    private const string Transport = "/small/feeds/topics/transport.html";

    private readonly Chromium chromium;
    private readonly PagesSite site;

    public NotNotifyingTests(Chromium chromium, PagesSite site)
    {
        (this.chromium, this.site) = (chromium, site);
        site.Push.Reset();
    }

    private FakePushApi Server => site.Push;

    [Fact]
    public async Task Where_push_is_switched_off_there_is_no_panel()
    {
        Server.Trouble = PushTrouble.Off;
        await using var reader = await PushReader.OpenAsync(chromium);
        var answered = reader.Page.WaitForResponseAsync("**/push/key");
        await reader.GoAsync(site.Address + Transport, offered: false);
        await answered;
        await reader.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        await Expect(reader.Panel).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_reader_who_denies_is_told_how_to_allow()
    {
        await using var reader = await PushReader.OpenAsync(chromium);
        await reader.GoAsync(site.Address + Transport);
        await reader.PressAsync("OK, tell me");

        await reader.SeesAsync("press the symbol beside the address");
        await Expect(reader.Said).ToContainTextAsync("Notifications are blocked");
        await Expect(reader.Panel.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        Assert.Empty(Server.Requests);
        await reader.GoAsync(site.Address + "/small/");
        await reader.SeesAsync("press the symbol beside the address");
    }

    [Fact]
    public async Task A_reader_who_allows_after_all_can_go_on_at_once()
    {
        await using var reader = await PushReader.OpenAsync(chromium);
        await reader.GoAsync(site.Address + Transport);
        await reader.PressAsync("OK, tell me");
        await reader.SeesAsync("press the symbol beside the address");
        await reader.AllowAsync();

        await Expect(reader.Button("OK, tell me")).ToBeVisibleAsync();
        await reader.PressAsync("OK, tell me");
        await Expect(reader.Favourites).ToHaveTextAsync(["Transport"]);
    }

    [Fact]
    public async Task A_reader_who_gives_no_answer_can_be_asked_again()
    {
        await using var reader = await OpenAsync("Notification.requestPermission = async () => 'default'");
        await reader.PressAsync("OK, tell me");

        await Expect(reader.Said).ToContainTextAsync("Press OK to be asked again");
        await Expect(reader.Button("OK, tell me")).ToBeVisibleAsync();
        Assert.Empty(Server.Requests);
    }

    [Theory]
    [InlineData("delete window.PushManager", "This browser cannot show notifications")]
    [InlineData("delete window.Notification", "This browser cannot show notifications")]
    [InlineData("delete window.PushManager; navigator.standalone = false", "Add to Home Screen")]
    [InlineData("Object.defineProperty(window, 'isSecureContext', { value: false })", "begins with https")]
    public async Task What_a_browser_cannot_do_is_explained(string lack, string explanation)
    {
        await using var reader = await OpenAsync(lack);

        await reader.SeesAsync(explanation);
        await Expect(reader.Panel.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        Assert.Empty(reader.Window.Complaints);
    }

    [Fact]
    public async Task A_server_that_is_away_is_said_and_can_be_tried_again()
    {
        Server.Trouble = PushTrouble.Away;
        await using var reader = await OpenAsync();
        await reader.SeesAsync("our server does not answer");
        await reader.PressAsync("Try again");
        await reader.SeesAsync("our server does not answer");
        Server.Trouble = PushTrouble.None;
        await reader.PressAsync("Try again");

        await Expect(reader.Button("OK, tell me")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(PushTrouble.Away, "Try again in a few minutes.")]
    [InlineData(PushTrouble.Refuses, "Our server did not accept this, so nothing has changed. At most 50 feeds can be chosen.")]
    internal async Task A_subscription_that_the_server_does_not_take_is_given_up_again(PushTrouble trouble, string said)
    {
        await using var reader = await OpenAsync();
        Server.Trouble = trouble;
        await reader.PressAsync("OK, tell me");

        await Expect(reader.Said).ToContainTextAsync(said);
        await Expect(reader.Button("OK, tell me")).ToBeVisibleAsync();
        Assert.Equal(1, await reader.SubscribedAsync());
        Assert.Null(await reader.EndpointAsync());
        Server.Trouble = PushTrouble.None;
        await reader.PressAsync("OK, tell me");
        await Expect(reader.Favourites).ToHaveTextAsync(["Transport"]);
    }

    [Fact]
    public async Task A_change_that_the_server_does_not_take_can_be_tried_again_as_it_was()
    {
        await using var reader = await OpenAsync(path: "/small/");
        await reader.ChooseAsync("Transport");
        await reader.PressAsync("OK, tell me");
        await reader.PressAsync("Change");
        await reader.ChooseAsync("Latest");
        Server.Trouble = PushTrouble.Away;
        await reader.PressAsync("Save");
        await Expect(reader.Said).ToContainTextAsync("Try again in a few minutes.");
        await Expect(reader.Choice("Latest")).ToBeCheckedAsync();
        Assert.NotNull(await reader.EndpointAsync());
        Server.Trouble = PushTrouble.None;
        await reader.PressAsync("Save");

        await Expect(reader.Favourites).ToHaveTextAsync(["Transport", "Latest"]);
    }

    [Fact]
    public async Task A_choice_outlives_a_server_that_is_away()
    {
        await using var reader = await OpenAsync(path: "/small/");
        await reader.ChooseAsync("Transport");
        Server.Trouble = PushTrouble.Away;
        await reader.PressAsync("OK, tell me");
        await Expect(reader.Said).ToContainTextAsync("Try again in a few minutes.");

        await Expect(reader.Choice("Transport")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_browser_without_a_push_service_says_so()
    {
        await using var reader = await OpenAsync();
        await reader.LosePushServiceAsync();
        await reader.PressAsync("OK, tell me");

        await Expect(reader.Said).ToContainTextAsync("This happens in private windows");
        await Expect(reader.Button("OK, tell me")).ToBeVisibleAsync();
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task A_browser_that_has_lost_its_subscription_says_so_and_gets_a_new_one()
    {
        await using var reader = await OpenAsync();
        await TurnOnAsync(reader);
        var before = await reader.EndpointAsync();
        await reader.Page.EvaluateAsync("PushSubscription.prototype.unsubscribe()");
        await reader.GoAsync(site.Address + "/small/");
        await reader.SeesAsync("but it has lost them");
        await Expect(reader.Choice("Transport")).ToBeCheckedAsync();
        await reader.PressAsync("OK, tell me");

        await Expect(reader.Favourites).ToHaveTextAsync(["Transport"]);
        Assert.Equal(before, (string?)Server.Requests[^1].Body["replaces"]);
        Assert.Equal(await reader.EndpointAsync(), Assert.Single(Server.Subscriptions.Keys));
    }

    [Fact]
    public async Task A_subscription_whose_choice_is_forgotten_can_be_turned_off()
    {
        await using var reader = await OpenAsync();
        await TurnOnAsync(reader);
        await reader.Page.EvaluateAsync("for (const slot of Object.keys(localStorage)) if (slot.startsWith('newswire')) delete localStorage[slot]");
        await reader.GoAsync(site.Address + Transport);
        await reader.SeesAsync("or what you chose");
        await reader.PressAsync("Turn off");

        await Expect(reader.Said).ToHaveTextAsync("Notifications are off.");
        Assert.Empty(Server.Subscriptions);
    }

    [Fact]
    public async Task A_subscription_for_a_former_key_is_replaced_without_a_press()
    {
        await using var reader = await OpenAsync();
        await TurnOnAsync(reader);
        var before = await reader.EndpointAsync();
        Server.ChangeKey();
        await reader.Page.RunAndWaitForResponseAsync(
            () => reader.GoAsync(site.Address + Transport), response => response.Url.EndsWith("/subscriptions", StringComparison.Ordinal));

        await Expect(reader.Favourites).ToHaveTextAsync(["Transport"]);
        Assert.Equal(before, (string?)Server.Requests[^1].Body["replaces"]);
        Assert.NotEqual(before, await reader.EndpointAsync());
        Assert.Equal(await reader.EndpointAsync(), Assert.Single(Server.Subscriptions.Keys));
    }

    [Fact]
    public async Task A_choice_is_confirmed_once_a_day()
    {
        await using var reader = await OpenAsync();
        await TurnOnAsync(reader);
        await reader.GoAsync(site.Address + Transport);
        await reader.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Single(Server.Requests);

        await reader.Page.AddInitScriptAsync("const now = Date.now; Date.now = () => now() + 25 * 3600 * 1000");
        await reader.Page.RunAndWaitForResponseAsync(
            () => reader.GoAsync(site.Address + Transport), response => response.Url.EndsWith("/subscriptions", StringComparison.Ordinal));
        Assert.Equal(2, Server.Requests.Count);
        Assert.False(Server.Requests[^1].Body.ContainsKey("replaces"));
    }

    public void Dispose() => Server.Reset();

    private async Task<PushReader> OpenAsync(string? script = null, string path = Transport)
    {
        var reader = await PushReader.OpenAsync(chromium);
        await reader.AllowAsync();
        if (script is not null)
        {
            await reader.Page.AddInitScriptAsync(script);
        }

        await reader.GoAsync(site.Address + path);
        return reader;
    }

    private static async Task TurnOnAsync(PushReader reader)
    {
        await reader.PressAsync("OK, tell me");
        await Expect(reader.Button("Turn off")).ToBeVisibleAsync();
    }
}
