using Deque.AxeCore.Playwright;

namespace Newswire.Http.Tests.Browser;

/// <summary>Every page on a phone and on a desk, in light and in dark.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LookTests(Chromium chromium, PagesSite site)
{
    private static readonly (string Name, string Path)[] Pages =
    [
        ("directory-small", "/small/"),
        ("directory-large", "/large/"),
        ("directory-none", "/none/"),
        ("feed", "/small/feeds/topics/transport.html"),
        ("feed-empty", "/empty/feeds/latest.html"),
        ("feed-hostile", "/hostile/feeds/latest.html"),
        ("raw-rss", "/small/feeds/latest.rss"),
        ("raw-atom", "/small/feeds/latest.atom"),
    ];

    public static TheoryData<string, string, string> Looks => new(
        from page in Pages
        from look in Look.All
        select (page.Name, page.Path, look.Name));

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_page_fits_its_window_and_puts_no_barrier_before_anybody(string name, string path, string look)
    {
        await using var window = await chromium.OpenAsync(Look.All.Single(known => known.Name == look));
        await window.Page.GotoAsync(site.Address + path);
        await window.PictureAsync($"{name}-{look}");

        var overflow = await window.Page.EvaluateAsync<int>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.Equal(0, overflow);
        Assert.Empty(window.Complaints);

        // axe reads HTML only, and the hostile newsroom writes in languages that do not exist.
        if (!name.StartsWith("raw-", StringComparison.Ordinal) && name != "feed-hostile")
        {
            var result = await window.Page.RunAxe();
            Assert.Empty(result.Violations.Select(violation =>
                $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}"));
        }
    }
}
