using Microsoft.Playwright;
using Newswire.Formats;

namespace Newswire.Http.Tests.Browser;

/// <summary>What a person sees who opens a feed itself.</summary>
[Collection(BrowserCollection.Name)]
public sealed class RawFeedTests(Chromium chromium, PagesSite site)
{
    [Theory]
    [InlineData("rss", "item", "link")]
    [InlineData("atom", "entry", "id")]
    public async Task A_feed_opened_as_a_page_is_shown_by_its_style_sheet(string extension, string entry, string hidden)
    {
        await using var window = await chromium.OpenAsync(Look.Desktop);
        var response = await window.Page.GotoAsync($"{site.Address}/small/feeds/latest.{extension}");
        Assert.Equal(FeedStyleSheet.FeedContentTypeForBrowsers, await response!.HeaderValueAsync("content-type"));
        Assert.Equal("rgb(253, 252, 249)", await StyleAsync(window, ":root", "backgroundColor"));
        Assert.Equal("block", await StyleAsync(window, $"{entry} > title", "display"));
        Assert.Equal("20px", await StyleAsync(window, $"{entry} > title", "fontSize"));
        Assert.Equal("none", await StyleAsync(window, $":not({entry}) > {hidden}", "display"));
        Assert.Contains("web feed", await window.Page.EvaluateAsync<string>(
            "getComputedStyle(document.documentElement, '::before').content"), StringComparison.Ordinal);
        Assert.Empty(window.Complaints);
    }

    [Theory]
    [InlineData("rss", "application/rss+xml")]
    [InlineData("atom", "application/atom+xml")]
    [InlineData("json", "application/feed+json")]
    public async Task A_feed_of_its_own_media_type_is_shown_as_text_and_not_downloaded(string extension, string contentType)
    {
        await using var window = await chromium.OpenAsync(Look.Desktop);
        var response = await window.Page.GotoAsync($"{site.Address}/small/feeds/latest.{extension}{PagesSite.OwnMediaType}");
        Assert.StartsWith(contentType, await response!.HeaderValueAsync("content-type"), StringComparison.Ordinal);
        await Assertions.Expect(window.Page.Locator("body")).ToContainTextAsync("Harbour bridge opens a month early");
        Assert.Empty(window.Complaints);
    }

    private static Task<string> StyleAsync(Window window, string selector, string property) =>
        window.Page.EvaluateAsync<string>(
            "([selector, property]) => getComputedStyle(document.querySelector(selector))[property]",
            new[] { selector, property });
}
