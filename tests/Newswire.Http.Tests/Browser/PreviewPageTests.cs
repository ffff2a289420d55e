using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Newswire.Http.Tests.Surface;
using Newswire.Partners;
using static Microsoft.Playwright.Assertions;

namespace Newswire.Http.Tests.Browser;

/// <summary>The page on which the newsroom sees what partners get, over the real surface.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PreviewPageTests(Chromium chromium) : IAsyncLifetime
{
    private static readonly Look Narrow = new("narrow-light", 320, 740, Dark: false);

    private NewswireSurface newswire = null!;

    public static TheoryData<string> Looks => [.. Look.All.Append(Narrow).Select(look => look.Name)];

    public async ValueTask InitializeAsync()
    {
        newswire = await NewswireSurface.StartAsync(listens: true);
        await newswire.PutAsync("harbour-bridge", wait: true);
        await newswire.PutAsync(
            "short", Send.Article(more: [("headline", "Too &lt;b&gt;"), ("published", "2026-03-04T08:00:00Z")]), wait: true);
        await newswire.PutAsync("secret", Send.Article(more: ("embargo", "2026-03-05T12:00:00Z")));
        await newswire.SweepAsync();
        await newswire.Partners.DefineAsync(
            [
                new Partner { Name = "a-portal", Title = "A portal", Feeds = ["latest", "topics/uk-news"], Profile = PartnerProfile.Msn },
                new Partner { Name = "gazette", Title = "The Gazette & <b>Sons</b>" },
            ],
            CancellationToken.None);
    }

    public ValueTask DisposeAsync() => newswire.DisposeAsync();

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task The_page_fits_its_window_and_puts_no_barrier_before_anybody(string name)
    {
        await using var window = await OpenAsync(Look.All.Append(Narrow).Single(known => known.Name == name));
        await window.PictureAsync("preview-key-" + name);
        await AssertOpenToAllAsync(window);

        await UnlockAsync(window.Page);
        await AssertOpenToAllAsync(window);

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Show " + Send.Headline }).ClickAsync();
        await Expect(window.Page.Locator("[data-part=document]")).ToContainTextAsync(Send.BodyWords);
        await window.PictureAsync("preview-" + name);
        await AssertOpenToAllAsync(window);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task The_newest_articles_of_a_feed_stand_there_with_the_reason_why_the_partner_does_not_get_them()
    {
        await using var window = await OpenAsync(Look.Desktop);
        await UnlockAsync(window.Page);

        await Expect(window.Page.Locator("[data-part=title]")).ToHaveTextAsync("A portal: latest");
        var rows = window.Page.Locator("[data-table=articles] tbody tr");
        await Expect(rows).ToHaveCountAsync(2);
        await Expect(rows.First.Locator("td").First).ToHaveTextAsync("Yes");
        await Expect(rows.Last.Locator("th")).ToHaveTextAsync("Too <b>");
        await Expect(rows.Last.Locator("td").First).ToContainTextAsync("No: ");

        await window.Page.GetByLabel("Feed").SelectOptionAsync("topics/uk-news");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Show the feed" }).ClickAsync();
        await Expect(window.Page.Locator("[data-part=title]")).ToHaveTextAsync("A portal: topics/uk-news");

        await window.Page.GetByLabel("Partner").SelectOptionAsync("gazette");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Show the feed" }).ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("This partner may read no feed.");
        await Expect(window.Page.Locator("[data-part=report]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task An_article_is_shown_as_text_to_the_letter_and_the_end_of_its_embargo_beside_it()
    {
        await using var window = await OpenAsync(Look.Desktop);
        await UnlockAsync(window.Page);
        await window.Page.GetByLabel("Article, by its id").FillAsync("secret");
        await window.Page.GetByLabel("Format").SelectOptionAsync("atom");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Show the article" }).ClickAsync();

        await Expect(window.Page.Locator("[data-part=shown]")).ToHaveTextAsync("secret as atom");
        await Expect(window.Page.Locator("[data-part=from]")).ToContainTextAsync("2026-03-05T12:00:00Z");
        var preview = await newswire.SendAsync(HttpMethod.Get, "/api/partners/a-portal/articles/secret?format=atom");
        Assert.Equal(preview.Text, await window.Page.Locator("[data-part=document]").EvaluateAsync<string>("pre => pre.textContent"));

        await window.Page.GetByLabel("Article, by its id").FillAsync("nothing");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Show the article" }).ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("No article 'nothing'");
        await Expect(window.Page.Locator("[data-part=article]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_key_is_kept_nowhere_and_forgotten_on_demand_with_all_that_it_has_shown()
    {
        await using var window = await OpenAsync(Look.Desktop);
        await UnlockAsync(window.Page);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Show " + Send.Headline }).ClickAsync();
        await Expect(window.Page.Locator("[data-part=document]")).ToContainTextAsync(Send.BodyWords);
        Assert.DoesNotContain(newswire.Key, await LeftAsync(window.Page), StringComparison.Ordinal);

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Forget the key" }).ClickAsync();

        await Expect(window.Page.GetByLabel("Publisher key")).ToBeFocusedAsync();
        Assert.DoesNotContain(Send.BodyWords, await LeftAsync(window.Page), StringComparison.Ordinal);
        Assert.DoesNotContain(Send.Headline, await LeftAsync(window.Page), StringComparison.Ordinal);
    }

    private static Task<string> LeftAsync(IPage page) => page.EvaluateAsync<string>(
        "JSON.stringify([location.href, document.cookie, { ...localStorage }, { ...sessionStorage }, document.documentElement.outerHTML, [...document.querySelectorAll('input')].map(input => input.value)])");

    private static async Task AssertOpenToAllAsync(Window window)
    {
        Assert.Equal(0, await window.Page.EvaluateAsync<int>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        var result = await window.Page.RunAxe();
        Assert.Empty(result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}"));
    }

    private async Task UnlockAsync(IPage page)
    {
        await page.GetByLabel("Publisher key").FillAsync(newswire.Key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();
        await Expect(page.Locator("[data-part=report]")).ToBeVisibleAsync();
    }

    private async Task<Window> OpenAsync(Look look)
    {
        var window = await chromium.OpenAsync(look);
        await window.Page.GotoAsync(newswire.Address + "/newsroom/preview");
        return window;
    }
}
