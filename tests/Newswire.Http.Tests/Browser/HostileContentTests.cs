namespace Newswire.Http.Tests.Browser;

/// <summary>Content that tries to become code.</summary>
[Collection(BrowserCollection.Name)]
public sealed class HostileContentTests(Chromium chromium, PagesSite site)
{
    [Theory]
    [InlineData("/hostile/")]
    [InlineData("/hostile/feeds/latest.html")]
    public async Task Hostile_content_stays_text_and_runs_nothing(string path)
    {
        await using var window = await chromium.OpenAsync(Look.Desktop);
        await window.Page.GotoAsync(site.Address + path);
        Assert.Equal(1, await window.Page.Locator("script").CountAsync());
        Assert.Equal(0, await window.Page.Locator("[onerror], [onload], [onmouseover], a[href^='javascript:']").CountAsync());
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Even_a_script_that_got_into_a_page_is_not_run()
    {
        await using var window = await chromium.OpenAsync(Look.Desktop);
        await window.Page.GotoAsync(site.Address + "/small/");
        await window.Page.EvaluateAsync(
            "() => { const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.body.append(s); }");
        Assert.True(await window.Page.EvaluateAsync<bool>("window.ran === undefined"));
        Assert.Contains(window.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }
}
