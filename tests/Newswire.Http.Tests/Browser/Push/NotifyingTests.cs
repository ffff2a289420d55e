using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Newswire.Http.Tests.Browser.Push;

/// <summary>What a reader does with the panel: turns notifications on, changes what they are for, turns them off.</summary>
[Collection(BrowserCollection.Name)]
public sealed class NotifyingTests : IDisposable
{
    private const string Directory = "/small/";
    private const string Transport = "/small/feeds/topics/transport.html";
    private const string Ada = "/small/feeds/authors/ada-okafor.html";

    private readonly Chromium chromium;
    private readonly PagesSite site;

    public NotifyingTests(Chromium chromium, PagesSite site)
    {
        (this.chromium, this.site) = (chromium, site);
        site.Push.Reset();
    }

    private FakePushApi Server => site.Push;

    [Fact]
    public async Task A_feeds_page_shows_its_stories_and_one_press_turns_them_on()
    {
        await using var reader = await OpenAsync(Transport);
        await Expect(reader.Panel.Locator(".told li").First).ToHaveTextAsync("Harbour bridge opens a month early");
        await reader.PressAsync("OK, tell me");

        await Expect(reader.Favourites).ToHaveTextAsync(["Transport"]);
        await Expect(reader.Said).ToContainTextAsync("Done.");
        await reader.SeesAsync("At most 10 a day.");
        var (method, body) = Assert.Single(Server.Requests);
        Assert.Equal("POST", method);
        Assert.Equal(["topics/transport"], Names(body["favourites"]));
        Assert.Equal(await reader.EndpointAsync(), (string?)body["subscription"]!["endpoint"]);
        Assert.Equal(87, ((string)body["subscription"]!["keys"]!["p256dh"]!).Length);
        Assert.Equal(22, ((string)body["subscription"]!["keys"]!["auth"]!).Length);
        Assert.False(body.ContainsKey("replaces"));
        Assert.Empty(reader.Window.Complaints);
    }

    [Fact]
    public async Task The_browser_is_asked_after_the_press_and_not_before()
    {
        await using var reader = await PushReader.OpenAsync(chromium);
        await reader.Page.AddInitScriptAsync(
            "window.asked = []; const ask = Notification.requestPermission;"
            + "Notification.requestPermission = () => { asked.push(navigator.userActivation.isActive); return ask.call(Notification); };");
        await reader.GoAsync(site.Address + Transport);
        await reader.AllowAsync();
        Assert.Equal("", await reader.Page.EvaluateAsync<string>("asked.join()"));
        Assert.Equal(0, await reader.Page.EvaluateAsync<int>("navigator.serviceWorker.getRegistrations().then(all => all.length)"));
        await reader.PressAsync("OK, tell me");

        await Expect(reader.Favourites).ToHaveCountAsync(1);
        Assert.Equal("true", await reader.Page.EvaluateAsync<string>("asked.join()"));
    }

    [Fact]
    public async Task On_the_directory_feeds_are_chosen_and_their_stories_shown()
    {
        await using var reader = await OpenAsync(Directory);
        await reader.PressAsync("OK, tell me");
        await Expect(reader.Said).ToHaveTextAsync("Choose at least one feed first.");
        await Expect(reader.Panel.GetByRole(AriaRole.Heading, new() { Name = "Stories like these" })).ToBeHiddenAsync();

        await reader.ChooseAsync("Transport");
        await reader.ChooseAsync("Ada Okafor");
        await Expect(reader.Panel.Locator(".told li")).ToHaveCountAsync(3);
        await Expect(reader.Panel.Locator(".told li").First).ToHaveTextAsync("Harbour bridge opens a month early");
        await reader.PressAsync("OK, tell me");

        await Expect(reader.Favourites).ToHaveTextAsync(["Transport", "Ada Okafor"]);
        Assert.Equal(["topics/transport", "authors/ada-okafor"], Names(Assert.Single(Server.Requests).Body["favourites"]));
        Assert.Empty(reader.Window.Complaints);
    }

    [Fact]
    public async Task Among_many_feeds_one_is_found_by_its_name()
    {
        await using var reader = await OpenAsync("/large/");
        await Expect(reader.Panel.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(8);
        await reader.SeesAsync("more: find them by name.");
        await reader.Panel.GetByLabel("Find a feed").FillAsync("jurgen");
        await Expect(reader.Panel.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(1);
        await reader.ChooseAsync("Jürgen Weiß");
        await reader.Panel.GetByLabel("Find a feed").FillAsync("no such thing");
        await reader.SeesAsync("No feed is called that.");
        await reader.Panel.GetByLabel("Find a feed").FillAsync("");
        await Expect(reader.Panel.GetByRole(AriaRole.Checkbox).First).ToBeCheckedAsync();
        await reader.PressAsync("OK, tell me");

        await Expect(reader.Favourites).ToHaveTextAsync(["Jürgen Weiß"]);
    }

    [Fact]
    public async Task On_a_second_feeds_page_one_press_adds_it_and_keeps_the_rest()
    {
        await using var reader = await OpenAsync(Transport);
        await TurnOnAsync(reader);
        await ChangeAsync(reader, () => reader.Panel.GetByLabel("At most").SelectOptionAsync("3"));
        await reader.GoAsync(site.Address + Ada);
        await Expect(reader.Favourites).ToHaveTextAsync(["Transport"]);
        await reader.PressAsync("OK, these too");

        await Expect(reader.Favourites).ToHaveTextAsync(["Transport", "Ada Okafor"]);
        var body = Server.Requests[^1].Body;
        Assert.Equal(["topics/transport", "authors/ada-okafor"], Names(body["favourites"]));
        Assert.Equal(3, (int?)body["maxPerDay"]);
        Assert.Equal(1, await reader.SubscribedAsync());
        Assert.Single(Server.Subscriptions);
    }

    [Fact]
    public async Task What_is_on_is_shown_again_and_can_be_changed()
    {
        await using var reader = await OpenAsync(Directory);
        await reader.ChooseAsync("Transport");
        await TurnOnAsync(reader);
        await reader.GoAsync(site.Address + Directory);
        await Expect(reader.Favourites).ToHaveTextAsync(["Transport"]);

        await ChangeAsync(reader, async () =>
        {
            await reader.Choice("Transport").UncheckAsync();
            await reader.ChooseAsync("Latest");
            await reader.ChooseAsync("Quiet hours");
            await reader.Panel.GetByLabel("from").FillAsync("23:30");
            await reader.Panel.GetByLabel("At most").SelectOptionAsync("5");
        });

        await Expect(reader.Favourites).ToHaveTextAsync(["Latest"]);
        await reader.SeesAsync("Quiet from 23:30 to 07:00. At most 5 a day.");
        var body = Server.Requests[^1].Body;
        Assert.Equal(["latest"], Names(body["favourites"]));
        Assert.Equal(5, (int)body["maxPerDay"]!);
        Assert.Equal(
            await reader.Page.EvaluateAsync<string>("Intl.DateTimeFormat().resolvedOptions().timeZone"),
            (string?)body["quietHours"]!["timeZone"]);
        Assert.Equal(("23:30", "07:00"), ((string?)body["quietHours"]!["from"], (string?)body["quietHours"]!["to"]));
        Assert.Equal(1, await reader.SubscribedAsync());
    }

    [Fact]
    public async Task A_change_that_is_cancelled_changes_nothing()
    {
        await using var reader = await OpenAsync(Directory);
        await reader.ChooseAsync("Transport");
        await TurnOnAsync(reader);
        await reader.PressAsync("Change");
        await reader.Choice("Transport").UncheckAsync();
        await reader.PressAsync("Save");
        await Expect(reader.Said).ToHaveTextAsync("Choose at least one feed first.");
        await reader.PressAsync("Cancel");

        await Expect(reader.Favourites).ToHaveTextAsync(["Transport"]);
        Assert.Single(Server.Requests);
    }

    [Fact]
    public async Task Turning_off_ends_it_here_and_at_the_server()
    {
        await using var reader = await OpenAsync(Transport);
        await TurnOnAsync(reader);
        await reader.PressAsync("Turn off");

        await Expect(reader.Said).ToHaveTextAsync("Notifications are off.");
        await Expect(reader.Button("OK, tell me")).ToBeVisibleAsync();
        Assert.Null(await reader.EndpointAsync());
        Assert.Empty(Server.Subscriptions);
        await reader.GoAsync(site.Address + Directory);
        await Expect(reader.Choice("Transport")).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task Turning_off_works_while_the_server_is_away()
    {
        await using var reader = await OpenAsync(Transport);
        await TurnOnAsync(reader);
        Server.Trouble = PushTrouble.Away;
        await reader.PressAsync("Turn off");

        await Expect(reader.Said).ToHaveTextAsync("Notifications are off.");
        Assert.Null(await reader.EndpointAsync());
    }

    [Fact]
    public async Task What_the_server_stored_is_shown_and_not_what_was_sent()
    {
        await using var reader = await OpenAsync(Directory);
        await reader.ChooseAsync("Transport");
        await TurnOnAsync(reader);
        await reader.Page.RouteAsync("**/push/subscriptions", route => route.FulfillAsync(new()
        {
            Status = 200,
            ContentType = "application/json",
            Body = """{"favourites":["topics/transport","topics/trams"],"quietHours":null,"maxPerDay":7}""",
        }));
        await ChangeAsync(reader, () => reader.ChooseAsync("Latest"));

        await Expect(reader.Favourites).ToHaveTextAsync(["Transport", "topics/trams"]);
        await reader.SeesAsync("At most 7 a day.");
    }

    [Fact]
    public async Task The_keyboard_is_enough_and_goes_on_where_it_was()
    {
        await using var reader = await OpenAsync(Transport);
        await reader.Button("OK, tell me").FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Favourites).ToHaveCountAsync(1);
        Assert.Equal("notify-title", await reader.Page.EvaluateAsync<string>("document.activeElement.id"));

        await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(reader.Button("Change")).ToBeFocusedAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(reader.Choice("Transport")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Another_window_shows_what_was_turned_off_in_this_one()
    {
        await using var reader = await OpenAsync(Transport);
        await TurnOnAsync(reader);
        var other = await reader.Page.Context.NewPageAsync();
        await other.GotoAsync(site.Address + Transport);
        await Expect(other.GetByRole(AriaRole.Button, new() { Name = "Turn off" })).ToBeVisibleAsync();
        await reader.PressAsync("Turn off");

        await Expect(other.GetByRole(AriaRole.Button, new() { Name = "OK, tell me" })).ToBeVisibleAsync();
    }

    public void Dispose() => Server.Reset();

    private async Task<PushReader> OpenAsync(string path)
    {
        var reader = await PushReader.OpenAsync(chromium);
        await reader.AllowAsync();
        await reader.GoAsync(site.Address + path);
        return reader;
    }

    private static async Task TurnOnAsync(PushReader reader)
    {
        await reader.PressAsync("OK, tell me");
        await Expect(reader.Button("Change")).ToBeVisibleAsync();
    }

    private static async Task ChangeAsync(PushReader reader, Func<Task> change)
    {
        await reader.PressAsync("Change");
        await change();
        await reader.PressAsync("Save");
        await Expect(reader.Button("Change")).ToBeVisibleAsync();
    }

    private static IEnumerable<string> Names(JsonNode? favourites) => favourites!.AsArray().Select(name => (string)name!);
}
