using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using Newswire.Counting;
using Newswire.Http.Tests.Surface;
using Newswire.Partners;
using Newswire.Partners.Usage;
using static Microsoft.Playwright.Assertions;

namespace Newswire.Http.Tests.Browser;

/// <summary>The page on which the newsroom sees what partners take, over the real surface.</summary>
[Collection(BrowserCollection.Name)]
public sealed class UsagePageTests(Chromium chromium) : IAsyncLifetime
{
    private static readonly Look Narrow = new("narrow-light", 320, 740, Dark: false);

    private NewswireSurface newswire = null!;

    public static TheoryData<string> Looks => [.. Look.All.Append(Narrow).Select(look => look.Name)];

    public async ValueTask InitializeAsync()
    {
        newswire = await NewswireSurface.StartAsync(listens: true);
        await newswire.Partners.DefineAsync(
            [
                new Partner { Name = "daily-planet", Title = "Daily Planet & <b>Sons</b>", Feeds = ["latest"] },
                new Partner { Name = "gazette", Title = "The Gazette", Feeds = ["latest"] },
            ],
            CancellationToken.None);
        for (var ago = 0; ago < 90; ago++)
        {
            await TakeAsync(newswire.Time.GetUtcNow().AddDays(-ago), 40 + (ago * 7 % 23), 300 + (ago * 31 % 80), ago % 9 == 0 ? 60 : 0, ago % 11 == 0 ? 25 : 0);
        }
    }

    public ValueTask DisposeAsync() => newswire.DisposeAsync();

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task The_page_fits_its_window_and_puts_no_barrier_before_anybody(string name)
    {
        var look = Look.All.Append(Narrow).Single(known => known.Name == name);
        await using var window = await OpenAsync(look);
        await window.PictureAsync("usage-key-" + name);
        await AssertOpenToAllAsync(window);

        await UnlockAsync(window.Page, newswire.Key);
        await window.PictureAsync("usage-" + name);
        await AssertOpenToAllAsync(window);

        await window.Page.GetByText("The same as a table").ClickAsync();
        await AssertOpenToAllAsync(window);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task With_a_key_the_page_shows_figures_a_chart_and_the_same_as_a_table()
    {
        await using var window = await OpenAsync(Look.Desktop);
        await UnlockAsync(window.Page, newswire.Key);

        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 2 }))
            .ToHaveTextAsync("Daily Planet & <b>Sons</b>, 2026-02-04 to 2026-03-05");
        var taken = Enumerable.Range(0, 30).Sum(ago => 40 + (ago * 7 % 23));
        await Expect(window.Page.Locator("[data-sum=taken]")).ToHaveTextAsync(Number(taken));
        await Expect(window.Page.Locator("svg rect.taken")).ToHaveCountAsync(30);
        var chart = await window.Page.GetByRole(AriaRole.Img).GetAttributeAsync("aria-label");
        Assert.StartsWith($"{Number(taken)} taken, ", chart, StringComparison.Ordinal);
        await window.Page.GetByText("The same as a table").ClickAsync();
        await Expect(window.Page.Locator("[data-table=days] tbody tr").First).ToHaveTextAsync("2026-03-05403006025160 KB");
        await Expect(window.Page.Locator("[data-table=feeds] tbody th")).ToHaveTextAsync(["latest", "Change stream"]);
        await Expect(window.Page.Locator("[data-table=articles] tbody th").First).ToHaveTextAsync("<img src=x onerror=alert(1)>");

        // A period that does not fit day by day; and a partner that never came.
        await window.Page.GetByLabel("From").FillAsync("2025-12-06");
        await window.Page.SetViewportSizeAsync(320, 740);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(window.Page.Locator("[data-part=bar]")).ToHaveTextAsync("(a bar stands for 7 days)");
        await window.Page.GetByLabel("Partner").SelectOptionAsync("gazette");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(window.Page.Locator("[data-sum=taken]")).ToHaveTextAsync("0");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task The_key_is_kept_nowhere_and_forgotten_on_demand()
    {
        await using var window = await OpenAsync(Look.Desktop);
        await UnlockAsync(window.Page, newswire.Key);

        var left = await window.Page.EvaluateAsync<string>(
            "JSON.stringify([location.href, document.cookie, { ...localStorage }, { ...sessionStorage }, document.documentElement.outerHTML, [...document.querySelectorAll('input')].map(input => input.value)])");
        Assert.DoesNotContain(newswire.Key, left, StringComparison.Ordinal);

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Forget the key" }).ClickAsync();
        await Expect(window.Page.GetByLabel("Publisher key")).ToBeFocusedAsync();
        await Expect(window.Page.Locator("[data-table=days] tbody tr")).ToHaveCountAsync(0);

        await UnlockAsync(window.Page, newswire.Key);
        await window.Page.ReloadAsync();
        await Expect(window.Page.GetByLabel("Publisher key")).ToBeVisibleAsync();
        await Expect(window.Page.Locator("[data-part=report]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_wrong_key_is_told_and_shows_nothing()
    {
        await using var window = await OpenAsync(Look.Desktop);

        await window.Page.GetByLabel("Publisher key").FillAsync("nwp_wrong – with a dash");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();

        await Expect(window.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("unknown or has been revoked");
        await Expect(window.Page.Locator("[data-part=report]")).ToBeHiddenAsync();
        await Expect(window.Page.GetByLabel("Partner")).ToBeHiddenAsync();
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static async Task AssertOpenToAllAsync(Window window)
    {
        Assert.Equal(0, await window.Page.EvaluateAsync<int>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        var result = await window.Page.RunAxe();
        Assert.Empty(result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}"));
    }

    private static async Task UnlockAsync(IPage page, string key)
    {
        await page.GetByLabel("Publisher key").FillAsync(key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();
        await Expect(page.Locator("[data-part=report]")).ToBeVisibleAsync();
    }

    private async Task<Window> OpenAsync(Look look)
    {
        var window = await chromium.OpenAsync(look);
        await window.Page.Clock.SetFixedTimeAsync(newswire.Time.GetUtcNow().UtcDateTime);
        await window.Page.GotoAsync(newswire.Address + "/newsroom/usage");
        return window;
    }

    private async Task TakeAsync(DateTimeOffset day, int taken, int notModified, int refused, int failed)
    {
        using var book = new UsageBook(newswire.Objects, CountingProcess.New(), new FakeTimeProvider(day));
        for (var i = 0; i < taken; i++)
        {
            book.Record(new AnsweredRequest(
                "daily-planet",
                UsageCounts.None with { Taken = 1, Bytes = 4_000 },
                i % 3 == 0 ? "/changes" : "latest",
                ["<img src=x onerror=alert(1)>", $"an-article-with-a-rather-long-identifier-{i}"]));
        }

        book.Record(new AnsweredRequest(
            "daily-planet", new UsageCounts(0, notModified, refused, failed, 0), "latest", []));
        await book.FlushAsync(CancellationToken.None);
    }
}
