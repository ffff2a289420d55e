using System.Text.Json.Nodes;
using System.Xml.Linq;
using CsCheck;
using Newswire.Catalog;
using Newswire.TestKit;

namespace Newswire.Tests.Projection;

/// <summary>RFC 5005 §4: whoever walks a feed from its subscription document gets every article exactly once.</summary>
public sealed class ArchiveWalkTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace History = "http://purl.org/syndication/history/1.0";

    [Fact]
    public async Task Walking_a_feed_in_any_format_gives_each_of_its_articles_once_after_any_history() =>
        await Gen.Select(Gen.Int[1, 150].Array[1, 6], Gen.Int[0, 1_000], Gen.Int[1, 60]).SampleAsync(
            async (bursts, seed, maxChanges) =>
            {
                var newsroom = new Newsroom();
                var pass = newsroom.Process(options: new Newswire.Projection.ProjectionOptions { MaxChanges = maxChanges });
                HashSet<string> there = new(StringComparer.Ordinal);
                var version = 0;
                foreach (var (burst, articles) in bursts.Index())
                {
                    List<Change> changes = [];
                    for (var i = 0; i < articles; i++)
                    {
                        // Old and new ones in any order; now and then one of before is edited or taken back.
                        var at = Some.Morning.AddMinutes(((i * 7919) + (burst * 104_729) + seed) % 3_000);
                        var id = $"a{burst}-{i}";
                        changes.Add(Some.Publish(id, ++version, published: at.AddHours(-60), received: Some.Morning.AddMinutes(version)));
                        there.Add(id);
                        if ((i + seed) % 5 == 0 && there.Remove($"a{burst / 2}-{i / 2}"))
                        {
                            changes.Add(Some.Withdraw($"a{burst / 2}-{i / 2}", received: Some.Morning.AddMinutes(++version)));
                        }
                    }

                    await newsroom.AppendAsync(changes);
                    await Newsroom.RunToTheEndAsync(pass);
                    var documents = newsroom.Documents();
                    foreach (var feed in (string[])["latest", "topics/transport"])
                    {
                        Assert.Equal(there.Order(StringComparer.Ordinal), WalkXml(documents, $"feeds/{feed}.atom", "entry", "id").Order(StringComparer.Ordinal));
                        Assert.Equal(there.Order(StringComparer.Ordinal), WalkXml(documents, $"feeds/{feed}.rss", "item", "guid").Order(StringComparer.Ordinal));
                        Assert.Equal(there.Order(StringComparer.Ordinal), WalkJson(documents, $"feeds/{feed}.json").Order(StringComparer.Ordinal));
                    }
                }
            },
            iter: 20);

    [Fact]
    public async Task A_page_in_the_archive_does_not_change_when_articles_come()
    {
        var newsroom = new Newsroom();
        var pass = newsroom.Process();
        Dictionary<string, string> archived = new(StringComparer.Ordinal);
        for (var i = 0; i < 300; i++)
        {
            await newsroom.AppendAsync(Some.Publish($"a-{i}", published: Some.Morning.AddMinutes(i - 400)));
            await Newsroom.RunToTheEndAsync(pass);
            foreach (var (path, text) in newsroom.Documents().Where(document =>
                document.Key.Contains("/archive/", StringComparison.Ordinal) && !document.Key.EndsWith(".json", StringComparison.Ordinal)))
            {
                // What changes, once, is the link to the page that follows it into the archive.
                var entries = string.Join('\n', text.Split('\n').Where(line => !line.Contains("next", StringComparison.Ordinal)));
                Assert.Equal(archived.GetValueOrDefault(path, entries), entries);
                archived[path] = entries;
            }
        }

        Assert.True(archived.Count > 20);
    }

    private static IEnumerable<string> WalkXml(
        IReadOnlyDictionary<string, string> documents, string path, string entry, string id)
    {
        string? newer = null;
        for (string? next = path; next is not null;)
        {
            var document = XDocument.Parse(documents[next]);
            Assert.Equal(next == path ? 0 : 1, document.Descendants(History + "archive").Count());
            Assert.Equal(next == path ? null : path, Link(document, "current"));
            Assert.Equal(newer, Link(document, "next-archive"));
            Assert.Equal(next, Link(document, "self"));
            foreach (var one in document.Descendants().Where(element => element.Name.LocalName == entry))
            {
                yield return one.Elements().First(element => element.Name.LocalName == id).Value.Split(':')[^1];
            }

            newer = next == path ? null : next;
            next = Link(document, "prev-archive");
        }
    }

    private static IEnumerable<string> WalkJson(IReadOnlyDictionary<string, string> documents, string path)
    {
        for (string? next = path; next is not null;)
        {
            var document = JsonNode.Parse(documents[next])!;
            foreach (var item in document["items"]!.AsArray())
            {
                yield return ((string)item!["id"]!).Split(':')[^1];
            }

            next = Name((string?)document["next_url"]);
        }
    }

    private static string? Link(XDocument document, string relation) => Name(document.Descendants(Atom + "link")
        .FirstOrDefault(link => (string?)link.Attribute("rel") == relation)?.Attribute("href")?.Value);

    private static string? Name(string? url) => url?[(Newsroom.Publication.BaseUrl.Length + 1)..];
}
