using Deque.AxeCore.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Newswire.Http.Tests.Browser.Push;

/// <summary>The panel in every state it can be in, on a phone and on a desk, in light and in dark.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PanelLookTests : IDisposable
{
    private static readonly (string Name, string Path, string States)[] Pages =
    [
        ("directory", "/small/", "chosen on change lost blocked unsupported insecure homescreen away refused"),
        ("many-feeds", "/large/", "chosen change"),
        ("feed", "/small/feeds/topics/transport.html", "on add change lost blocked away"),
    ];

    private readonly Chromium chromium;
    private readonly PagesSite site;

    public PanelLookTests(Chromium chromium, PagesSite site)
    {
        (this.chromium, this.site) = (chromium, site);
        site.Push.Reset();
    }

    // What a reader does is looked at in every window, what stands in the way where it is tightest.
    public static TheoryData<string, string, string> Looks => new(
        from page in Pages
        from state in page.States.Split(' ')
        from look in Look.All
        where look.Name == "phone-dark" || (page.Name == "directory" && state is "chosen" or "on" or "change" or "blocked")
        select (page.Name, state, look.Name));

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task The_panel_fits_its_window_and_puts_no_barrier_before_anybody(string page, string state, string look)
    {
        await using var reader = await PushReader.OpenAsync(chromium, Look.All.Single(known => known.Name == look));
        var address = site.Address + Pages.Single(known => known.Name == page).Path;
        await BringAsync(reader, address, state);
        await reader.Window.PictureAsync($"push-{page}-{state}-{look}", reader.Panel);

        var overflow = await reader.Page.EvaluateAsync<int>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.Equal(0, overflow);
        var result = await reader.Page.RunAxe();
        Assert.Empty(result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}"));
    }

    public void Dispose() => site.Push.Reset();

    private async Task BringAsync(PushReader reader, string address, string state)
    {
        switch (state)
        {
            case "blocked":
                await reader.GoAsync(address);
                await ChooseAsync(reader);
                await reader.PressAsync("OK, tell me");
                await reader.SeesAsync("press the symbol");
                return;
            case "unsupported":
                await reader.Page.AddInitScriptAsync("delete window.PushManager");
                break;
            case "homescreen":
                await reader.Page.AddInitScriptAsync("delete window.PushManager; navigator.standalone = false");
                break;
            case "insecure":
                await reader.Page.AddInitScriptAsync("Object.defineProperty(window, 'isSecureContext', { value: false })");
                break;
            case "away":
                site.Push.Trouble = PushTrouble.Away;
                break;
            default:
                await reader.AllowAsync();
                break;
        }

        await reader.GoAsync(address);
        if (state is "unsupported" or "homescreen" or "insecure" or "away")
        {
            return;
        }

        await ChooseAsync(reader);
        if (state == "chosen")
        {
            return;
        }

        site.Push.Trouble = state == "refused" ? PushTrouble.Refuses : PushTrouble.None;
        await reader.PressAsync("OK, tell me");
        await Expect(reader.Said).ToContainTextAsync(state == "refused" ? "did not accept" : "Done.");
        switch (state)
        {
            case "add":
                await reader.GoAsync(address.Replace("topics/transport", "authors/ada-okafor", StringComparison.Ordinal));
                await Expect(reader.Button("OK, these too")).ToBeVisibleAsync();
                break;
            case "change":
                await reader.PressAsync("Change");
                await reader.ChooseAsync("Quiet hours");
                break;
            case "lost":
                await reader.Page.EvaluateAsync("PushSubscription.prototype.unsubscribe()");
                await reader.GoAsync(address);
                break;
            default:
                break;
        }
    }

    private static async Task ChooseAsync(PushReader reader)
    {
        if (await reader.Choice("Latest").IsVisibleAsync())
        {
            await reader.ChooseAsync("Latest");
            await reader.Panel.Locator(".told li").Nth(2).WaitForAsync();
        }
    }
}
