using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Newswire.Http.Tests.Surface;
using Newswire.Storage;
using static Microsoft.Playwright.Assertions;

namespace Newswire.Http.Tests.Browser;

/// <summary>The newsroom's pages over the real surface, in a browser that runs no script.</summary>
[Collection(BrowserCollection.Name)]
public sealed class OperationsPagesTests(Chromium chromium) : IAsyncLifetime
{
    /// <summary>A desktop at 400 % (WCAG 2.2, 1.4.10).</summary>
    private static readonly Look Narrow = new("narrow-light", 320, 740, Dark: false);

    private static readonly (string Name, string Path)[] Pages =
    [
        ("overview", "newsroom"),
        ("articles", "newsroom/articles"),
        ("articles-found", "newsroom/articles?q=harbour"),
        ("articles-gone", "newsroom/articles?among=gone"),
        ("article", "newsroom/articles/harbour-bridge"),
        ("article-hostile", "newsroom/articles/hostile"),
        ("article-scheduled", "newsroom/articles/embargoed"),
        ("article-gone", "newsroom/articles/taken-back"),
        ("withdraw", "newsroom/articles/harbour-bridge/withdraw"),
        ("erase", "newsroom/articles/hostile/erase"),
        ("feeds", "newsroom/feeds"),
        ("partners", "newsroom/partners"),
        ("partner", "newsroom/partners/daily-planet"),
        ("usage", "newsroom/usage"),
        ("preview", "newsroom/preview?partner=portal&article=harbour-bridge"),
        ("keys", "newsroom/keys"),
        ("set-aside", "newsroom/set-aside"),
        ("poison", "newsroom/poison"),
        ("poison-delete", "newsroom/poison/push-deliver/delete"),
        ("audit", "newsroom/audit"),
        ("rebuild", "newsroom/rebuild"),
        ("rebuild-begin", "newsroom/rebuild/begin"),
        ("nothing", "newsroom/nothing"),
    ];

    private NewswireSurface newswire = null!;

    public static TheoryData<string> Looks => [.. Used.Select(look => look.Name)];

    /// <summary>Both colours and every width; each page in each look would be minutes.</summary>
    private static IReadOnlyList<Look> Used => [Look.Desktop, Look.All.Single(look => look is { Width: 360, Dark: true }), Narrow];

    public async ValueTask InitializeAsync() => newswire = await OperationsNewsroom.StartAsync();

    public ValueTask DisposeAsync() => newswire.DisposeAsync();

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_page_fits_its_window_and_puts_no_barrier_before_anybody(string name)
    {
        await using var window = await chromium.OpenAsync(Used.Single(known => known.Name == name));
        await window.Page.GotoAsync(newswire.Address + "/newsroom");
        List<string> barriers = [.. await BarriersAsync(window, "sign-in", name)];
        await SignInAsync(window.Page);
        foreach (var (page, path) in Pages)
        {
            await window.Page.GotoAsync($"{newswire.Address}/{path}");
            foreach (var details in await window.Page.Locator("details").AllAsync())
            {
                await details.EvaluateAsync("details => details.open = details === document.querySelector('details')");
            }

            barriers.AddRange(await BarriersAsync(window, page, name));
        }

        Assert.True(barriers.Count == 0, string.Join('\n', barriers));

        // The console tells of the one page that there is not.
        Assert.All(window.Complaints, complaint => Assert.Contains("404", complaint, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_article_is_found_withdrawn_after_a_question_and_the_act_is_in_the_log()
    {
        await using var window = await OpenAsync();
        var page = window.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Articles", Exact = true }).ClickAsync();
        await page.GetByLabel("Words of the headline, or an id").FillAsync("HARBOUR month");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = Send.Headline }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Withdraw" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(Send.Headline);
        await Expect(page.GetByText("It leaves 6 feeds at once")).ToBeVisibleAsync();
        Assert.Equal(200, (await newswire.SendAsync(HttpMethod.Get, "/api/articles/harbour-bridge")).Status);

        await page.GetByRole(AriaRole.Button, new() { Name = "Withdraw it" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("It was withdrawn");
        Assert.Equal(410, (await newswire.SendAsync(HttpMethod.Get, "/api/articles/harbour-bridge")).Status);
        await page.GetByRole(AriaRole.Link, new() { Name = "Audit log" }).ClickAsync();
        var newest = page.Locator("tbody tr").First;
        await Expect(newest).ToContainTextAsync("Withdrew an article");
        await Expect(newest).ToContainTextAsync("harbour-bridge");
        await Expect(newest).ToContainTextAsync("the CMS");
        await Expect(newest).ToContainTextAsync("Done");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task An_article_is_erased_and_its_report_stands_on_its_page()
    {
        await using var window = await OpenAsync("/newsroom/articles/hostile/erase");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Erase it for good" }).ClickAsync();

        await Expect(window.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("It was erased");
        await Expect(window.Page.GetByText("Catalog lines blanked: 1.")).ToBeVisibleAsync();
        await window.PictureAsync("article-erased-desktop-light");
        Assert.DoesNotContain(newswire.Stored().Values, text => text.Contains("onerror", StringComparison.Ordinal) && text.Contains("hostile", StringComparison.Ordinal) && text.Contains("body", StringComparison.Ordinal));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_partners_key_is_shown_once_and_revoked_after_a_question()
    {
        await using var window = await OpenAsync("/newsroom/partners/daily-planet");
        var page = window.Page;
        await page.GetByLabel("What to call it").FillAsync("a new one");
        await page.GetByLabel("Last day (UTC), if any").FillAsync("2026-12-31");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a key" }).ClickAsync();
        var key = await page.Locator(".secret code").InnerTextAsync();
        await window.PictureAsync("new-key-desktop-light");
        Assert.Equal(200, (await newswire.GetAsync("/partners/daily-planet", ("Authorization", "Bearer " + key))).Status);

        await page.GetByRole(AriaRole.Link, new() { Name = "Done" }).ClickAsync();
        Assert.DoesNotContain(key, await page.ContentAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Row, new() { Name = "a new one" }).GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke the key" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("revoked");
        Assert.Equal(403, (await newswire.GetAsync("/partners/daily-planet", ("Authorization", "Bearer " + key))).Status);
        Assert.DoesNotContain(newswire.Stored().Values, text => text.Contains(key, StringComparison.Ordinal));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_poison_message_is_tried_again_and_the_others_are_deleted()
    {
        await using var window = await OpenAsync("/newsroom/poison");
        var page = window.Page;
        await Expect(page.GetByText("https://hub.example/… latest")).ToBeVisibleAsync();
        Assert.DoesNotContain("secret-path", await page.ContentAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Row, new() { Name = "17 harbour-bridge" }).GetByRole(AriaRole.Link, new() { Name = "Try again" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Back in their queue: 1.");
        Assert.Contains("17 harbour-bridge", newswire.Queues.Waiting(QueueNames.PushDeliver));

        await page.GetByRole(AriaRole.Link, new() { Name = "Delete all of push-deliver" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Deleted: 1.");
        await Expect(page.GetByText("push-deliver")).ToHaveCountAsync(0);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Revoking_the_own_key_signs_out()
    {
        await using var window = await OpenAsync("/newsroom/keys");
        await window.Page.GetByRole(AriaRole.Row, new() { Name = "(yours)" }).GetByRole(AriaRole.Link).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Revoke the key" }).ClickAsync();

        await Expect(window.Page.GetByLabel("Publisher key")).ToBeVisibleAsync();
        Assert.Empty(await window.Page.Context.CookiesAsync());
    }

    [Fact]
    public async Task Without_the_mouse_a_key_is_typed_and_a_page_reached()
    {
        await using var window = await chromium.OpenAsync(Look.Desktop, scripts: false);
        await window.Page.GotoAsync(newswire.Address + "/newsroom/feeds");
        await window.Page.GetByLabel("Publisher key").FocusAsync();
        await window.Page.Keyboard.TypeAsync(newswire.Key);
        await window.Page.Keyboard.PressAsync("Enter");

        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Feeds");
        Assert.EndsWith("/newsroom/feeds", window.Page.Url, StringComparison.Ordinal);
        await window.Page.Keyboard.PressAsync("Tab");
        await Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" })).ToBeFocusedAsync();
    }

    private static async Task<IReadOnlyList<string>> BarriersAsync(Window window, string page, string look)
    {
        await window.PictureAsync($"newsroom-{page}-{look}");
        var beyond = await window.Page.EvaluateAsync<int>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        var result = await window.Page.RunAxe();
        return
        [
            .. beyond > 0 ? [$"{page}: {beyond} pixels wider than its window"] : Array.Empty<string>(),
            .. result.Violations.Select(violation =>
                $"{page}: {violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}"),
        ];
    }

    private async Task SignInAsync(IPage page)
    {
        await page.GetByLabel("Publisher key").FillAsync(newswire.Key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign out" })).ToBeVisibleAsync();
    }

    private async Task<Window> OpenAsync(string path = "/newsroom")
    {
        var window = await chromium.OpenAsync(Look.Desktop);
        await window.Page.GotoAsync(newswire.Address + path);
        await SignInAsync(window.Page);
        return window;
    }
}
