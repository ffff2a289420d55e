using System.Xml.Linq;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.WebSub;

/// <summary>W3C WebSub §4, Discovery: how subscribers find hub and topic, for every feed and format.</summary>
public sealed class Section4ConformanceTests : HubTests
{
    private const string Hub = "https://syndication.example/hub";

    public static TheoryData<string> Topics { get; } =
        [.. from feed in new[] { "latest", "topics/transport", "authors/ada-okafor" }
            from format in new[] { "rss", "atom", "json" }
            select $"/feeds/{feed}.{format}"];

    [Theory]
    [MemberData(nameof(Topics))]
    public async Task S4_A_Link_to_the_hub_and_exactly_one_to_self_are_in_the_header(string path)
    {
        var get = await Surface.GetAsync(path);
        var head = await Surface.SendWithAsync([], HttpMethod.Head, path);

        Assert.Equal($"<{Hub}>; rel=\"hub\", <https://syndication.example{path}>; rel=\"self\"", get["Link"]);
        Assert.Equal(get["Link"], head["Link"]);
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public async Task S4_The_document_itself_names_the_same(string path)
    {
        var answer = await Surface.GetAsync(path);

        var links = path.EndsWith(".json", StringComparison.Ordinal) ? LinksOfJson(answer) : LinksOfXml(answer);
        Assert.Equal([("hub", Hub), ("self", "https://syndication.example" + path)], links.Order());
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public async Task S4_What_is_advertised_MUST_be_what_can_be_subscribed_to(string path)
    {
        var links = (await Surface.GetAsync(path))["Link"]!.Split(", ");
        var (hub, self) = (Target(links[0]), Target(links[1]));

        var answer = await Surface.SendWithAsync([], HttpMethod.Post, new Uri(hub).AbsolutePath, new FormUrlEncodedContent(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["hub.mode"] = "subscribe",
                ["hub.topic"] = self,
                ["hub.callback"] = Subscriber.Callback,
            }));
        await VerifyAsync();

        Assert.Equal(202, answer.Status);
        Assert.Equal(path, "/feeds/" + Assert.Single(Subscriptions()).Topic);
    }

    [Fact]
    public async Task S4_Every_hub_there_is_is_named_our_own_first()
    {
        await UseAsync(await NewswireSurface.StartAsync(settings:
            [("Publication:OutsideHubs:0", "https://one.example/"), ("Publication:OutsideHubs:1", "https://two.example/")]));

        Assert.Equal(
            $"<{Hub}>; rel=\"hub\", <https://one.example/>; rel=\"hub\", <https://two.example/>; rel=\"hub\", <{Topic}>; rel=\"self\"",
            (await Surface.GetAsync("/feeds/latest.atom"))["Link"]);
    }

    [Fact]
    public async Task S4_A_publication_without_any_hub_advertises_none()
    {
        await UseAsync(await NewswireSurface.StartAsync(settings: [("Publication:OwnHub", "false")]));

        Assert.Null((await Surface.GetAsync("/feeds/latest.atom"))["Link"]);
    }

    [Fact]
    public async Task S4_What_is_no_topic_advertises_none()
    {
        await UseAsync(await NewswireSurface.StartAsync(settings: [("Publication:MinEntries", "1"), ("Publication:MinHours", "0")]));
        var batch = await Surface.BatchAsync(
            Send.Batch(Enumerable.Range(0, 120).Select(i => Send.Article($"older-{i}", more: ("published", $"2026-02-{1 + (i / 24):D2}T{i % 24:D2}:00:00Z")))),
            wait: true);
        Assert.Equal(200, batch.Status);
        var archive = Assert.Single(Surface.PublicDocuments().Keys, name => name == "feeds/latest/archive/oldest.atom");
        var current = await Surface.GetAsync("/feeds/latest.atom");
        var unchanged = await Surface.GetAsync("/feeds/latest.atom", ("If-None-Match", current["ETag"]!));

        Assert.NotNull(current["Link"]);
        Assert.Equal((304, null), (unchanged.Status, unchanged["Link"]));
        foreach (var path in new[] { "/" + archive, "/", "/feeds/latest.html", "/opml.xml", "/feeds/style.css", "/sitemap.xml" })
        {
            var answer = await Surface.GetAsync(path);
            Assert.Equal((200, null), (answer.Status, answer["Link"]));
        }
    }

    private static string Target(string link) => link[1..link.IndexOf('>', StringComparison.Ordinal)];

    private static IEnumerable<(string, string)> LinksOfXml(Answer answer) =>
        from link in XDocument.Parse(answer.Text).Root!.DescendantsAndSelf("channel").DefaultIfEmpty(XDocument.Parse(answer.Text).Root!).First()!.Elements(XName.Get("link", "http://www.w3.org/2005/Atom"))
        let relation = link.Attribute("rel")?.Value
        where relation is "hub" or "self"
        select (relation, link.Attribute("href")!.Value);

    private static IEnumerable<(string, string)> LinksOfJson(Answer answer) =>
    [
        .. answer.Json.GetProperty("hubs").EnumerateArray().Select(hub => ("hub", hub.GetProperty("url").GetString()!)),
        ("self", answer.Json.GetProperty("feed_url").GetString()!),
    ];
}
