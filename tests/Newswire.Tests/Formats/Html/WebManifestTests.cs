using System.Text.Json;
using Newswire.Formats.Html;
using Newswire.TestKit;

namespace Newswire.Tests.Formats.Html;

public sealed class WebManifestTests
{
    [Fact]
    public void The_app_is_the_publications_pages_wherever_they_stand()
    {
        var publication = Some.Publication() with { Title = "R&D \"now\"", BaseUrl = "https://host.example/syndication" };
        using var manifest = JsonDocument.Parse(WebManifest.Write(publication));
        var at = new Uri("https://other.example/prefix/manifest.webmanifest");

        Assert.Equal("R&D \"now\"", manifest.RootElement.GetProperty("name").GetString());
        Assert.Equal("https://other.example/prefix/", new Uri(at, manifest.RootElement.GetProperty("start_url").GetString()).AbsoluteUri);
        Assert.Equal("https://other.example/prefix/", new Uri(at, manifest.RootElement.GetProperty("scope").GetString()).AbsoluteUri);
    }

    [Fact]
    public void It_opens_without_a_browsers_bars_which_is_when_an_iPhone_lets_it_notify()
    {
        using var manifest = JsonDocument.Parse(WebManifest.Write(Some.Publication()));
        Assert.Equal("standalone", manifest.RootElement.GetProperty("display").GetString());
    }
}
