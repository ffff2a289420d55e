using Microsoft.Playwright;

namespace Newswire.Http.Tests.Browser;

/// <summary>What a person does with a page: read it, subscribe, move through it by keyboard.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SubscribingTests(Chromium chromium, PagesSite site)
{
    private const string Feed = "/small/feeds/topics/transport.html";

    [Theory]
    [InlineData("/small/", "latest")]
    [InlineData(Feed, "topics/transport")]
    public async Task The_button_copies_the_address_and_says_so(string path, string feed)
    {
        await using var window = await chromium.OpenAsync(Look.Desktop);
        await window.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await window.Page.GotoAsync(site.Address + path);

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Copy Atom address" }).ClickAsync();
        await Assertions.Expect(window.Page.Locator("#said")).ToHaveTextAsync("Atom address copied.");
        Assert.Equal(
            $"{site.Address}/small/feeds/{feed}.atom",
            await window.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Where_nothing_can_be_copied_the_address_is_marked_and_the_page_says_so()
    {
        await using var window = await chromium.OpenAsync(Look.Desktop);
        await window.Page.GotoAsync(site.Address + Feed);
        await window.Page.EvaluateAsync(
            "() => { navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false; }");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Copy RSS address" }).ClickAsync();
        await Assertions.Expect(window.Page.Locator("#said")).ToContainTextAsync("copy it by hand");
        Assert.Equal(
            site.Address + "/small/feeds/topics/transport.rss", await window.Page.EvaluateAsync<string>("getSelection().toString()"));
    }

    [Theory]
    [InlineData("/small/")]
    [InlineData(Feed)]
    public async Task Without_scripts_everything_is_there_and_no_button_that_does_nothing(string path)
    {
        await using var window = await chromium.OpenAsync(Look.Desktop, scripts: false);
        await window.Page.GotoAsync(site.Address + path);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        foreach (var address in await window.Page.Locator("code").AllAsync())
        {
            await Assertions.Expect(address).ToBeVisibleAsync();
            await Assertions.Expect(address).ToHaveCSSAsync("user-select", "all");
        }

        await Assertions.Expect(window.Page.Locator("#notify")).ToBeHiddenAsync();

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Feedly" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/small/")]
    [InlineData("/large/")]
    [InlineData(Feed)]
    public async Task Whatever_can_be_used_is_reached_by_keyboard_and_shows_it(string path)
    {
        await using var window = await chromium.OpenAsync(Look.Desktop);
        await window.Page.GotoAsync(site.Address + path);
        await window.Page.Locator("#notify").WaitForAsync();
        const string Usable = "[...document.querySelectorAll('a[href], button, input, select')].filter(e => e.checkVisibility())";
        var reachable = await window.Page.EvaluateAsync<int>($"{Usable}.length");
        for (var i = 0; i < Math.Min(reachable, 40); i++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            var focused = await window.Page.EvaluateAsync<string>(
                "i => { const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();"
                + $"return {Usable}[i] === e && s.outlineStyle === 'solid'"
                + "&& parseFloat(s.outlineWidth) >= 2 && r.top >= 0 && r.width > 0 ? '' : e.outerHTML; }",
                i);
            Assert.Equal("", focused);
        }
    }

    [Fact]
    public async Task The_pages_lead_to_each_other_and_to_the_documents_under_a_prefix()
    {
        await using var window = await chromium.OpenAsync(Look.Desktop);
        await window.Page.GotoAsync(site.Address + "/large/");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Long reads" }).ClickAsync();
        Assert.Equal(site.Address + "/large/feeds/weekend/long-reads.html", window.Page.Url);
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Open RSS" }).ClickAsync();
        Assert.Equal(site.Address + "/large/feeds/weekend/long-reads.rss", window.Page.Url);
        await window.Page.GoBackAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "All feeds", Exact = true }).ClickAsync();
        Assert.Equal(site.Address + "/large/", window.Page.Url);
    }
}
