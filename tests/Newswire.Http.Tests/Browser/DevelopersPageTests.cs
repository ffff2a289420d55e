using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Newswire.Http.Tests.OpenApi;
using Newswire.Http.Tests.Surface;
using static Microsoft.Playwright.Assertions;

namespace Newswire.Http.Tests.Browser;

/// <summary>The page that describes the surface, in a browser.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DevelopersPageTests(Chromium chromium) : IAsyncLifetime
{
    private static readonly Look Narrow = new("narrow-light", 320, 740, Dark: false);

    private NewswireSurface newswire = null!;

    public static TheoryData<string> Looks => [.. Look.All.Append(Narrow).Select(look => look.Name)];

    public async ValueTask InitializeAsync() => newswire = await NewswireSurface.StartAsync(listens: true);

    public ValueTask DisposeAsync() => newswire.DisposeAsync();

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task The_page_fits_its_window(string name)
    {
        await using var window = await chromium.OpenAsync(Look.All.Append(Narrow).Single(known => known.Name == name));
        await window.Page.GotoAsync(newswire.Address + "/developers");
        await window.PictureAsync("developers-" + name);

        Assert.Equal(0, await window.Page.EvaluateAsync<int>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Assert.Empty(window.Complaints);
    }

    /// <summary>Narrow and wide, light and dark, each once: axe takes its time with a page of a hundred operations.</summary>
    [Theory]
    [InlineData("phone-dark")]
    [InlineData("desktop-light")]
    public async Task The_page_puts_no_barrier_before_anybody(string name)
    {
        await using var window = await chromium.OpenAsync(Look.All.Single(known => known.Name == name));
        await window.Page.GotoAsync(newswire.Address + "/developers");

        var result = await window.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });

        Assert.Empty(result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Take(3).Select(node => node.Html))}"));
    }

    [Fact]
    public async Task Every_operation_has_an_address_on_the_page_and_is_in_its_contents()
    {
        await using var window = await chromium.OpenAsync(Look.Desktop, scripts: false);
        await window.Page.GotoAsync(newswire.Address + "/developers#publishArticle");

        await Expect(window.Page.Locator("#publishArticle")).ToBeInViewportAsync();
        await window.PictureAsync("developers-operation", window.Page.Locator("#publishArticle"));
        await window.PictureAsync("developers-event", window.Page.Locator("#takeEvent"));
        foreach (var operation in Contract.Ours.Operations.Where(operation => operation.Method != "HEAD"))
        {
            await Expect(window.Page.Locator("#" + operation.Id)).ToHaveCountAsync(1);
            await Expect(window.Page.Locator($".contents a[href='#{operation.Id}']")).ToHaveCountAsync(1);
        }
    }

    [Fact]
    public async Task Every_link_within_the_page_leads_somewhere_and_nothing_is_fetched_from_elsewhere()
    {
        await using var window = await chromium.OpenAsync(Look.Desktop);
        List<string> requested = [];
        window.Page.Request += (_, request) => requested.Add(request.Url);
        await window.Page.GotoAsync(newswire.Address + "/developers");

        var broken = await window.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href')).filter(href => !document.getElementById(href.slice(1)))");

        Assert.Empty(broken);
        Assert.All(requested, url => Assert.StartsWith(newswire.Address, url, StringComparison.Ordinal));
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "The same as an OpenAPI 3.1 document" }).ClickAsync();
        await Expect(window.Page).ToHaveURLAsync(newswire.Address + "/openapi.json");
    }
}
