using System.Text.Json;
using CsCheck;
using Newswire.Partners;
using Newswire.Partners.Output;
using Newswire.Partners.Profiles;
using Newswire.Projection;
using Newswire.Tests.Projection;

namespace Newswire.Tests.Partners.Output;

/// <summary>
/// For any history: no feed of any partner holds an article that the feed does not select or that readers cannot see at the
/// moment, whether or not a pass has been since it came or went; and one who takes everything misses nothing.
/// </summary>
public sealed class PartnerFeedProperties
{
    private static readonly string[] Feeds = ["latest", "topics/a", "topics/b", "authors/ada-okafor", "front", "home"];

    [Fact]
    public async Task A_partner_gets_nothing_of_a_feed_but_what_readers_get_of_it_and_all_of_that_when_a_pass_has_been() =>
        await Gen.Select(OrderTests.GenChange.Array[1, 40], Gen.Int[0, 6 * 24].Array[2], Gen.Enum<PartnerProfile>()).SampleAsync(
            async (changes, hours, profile) =>
            {
                var newsroom = new Newsroom();
                using var contents = new FeedContents(newsroom.Objects, Newsroom.Publication, new ProjectionOptions());
                var half = changes.Length / 2;
                await newsroom.AppendAsync([.. changes.Take(half)]);
                await Newsroom.RunToTheEndAsync(newsroom.Process());
                await CheckAsync(changes.Take(half), whole: true);
                newsroom.Time.Advance(TimeSpan.FromHours(hours[0]));
                await CheckAsync(changes.Take(half), whole: false);
                await newsroom.AppendAsync([.. changes.Skip(half)]);
                await Newsroom.RunToTheEndAsync(newsroom.Process());
                await CheckAsync(changes, whole: true);
                newsroom.Time.Advance(TimeSpan.FromHours(hours[1]));
                await CheckAsync(changes, whole: false);

                async Task CheckAsync(IEnumerable<Newswire.Catalog.Change> known, bool whole)
                {
                    var now = newsroom.Time.GetUtcNow();
                    var readers = Oracle.Documents([.. known], Newsroom.Publication, now);
                    foreach (var feed in Feeds)
                    {
                        var tag = await contents.CursorTagAsync(CancellationToken.None);
                        var moment = (await contents.ReadAsync(feed, tag, CancellationToken.None)).At(now);
                        var generic = Taken(PartnerProfile.Generic, moment, now);
                        Assert.Subset(Seen(readers, feed, archive: true), generic);
                        Assert.Subset(generic.Select(line => line.Split(' ')[0]).ToHashSet(), Ids(profile, moment, now));
                        if (whole)
                        {
                            Assert.Equal(Seen(readers, feed, archive: false), generic);
                        }
                    }
                }
            },
            iter: 100);

    /// <summary>What the JSON document of a partner has, each article with its headline.</summary>
    private static HashSet<string> Taken(PartnerProfile profile, FeedMoment moment, DateTimeOffset now)
    {
        var rules = PartnerProfiles.Of(profile);
        var document = PartnerFeed.Of(Newsroom.Publication, rules, moment, now).Write(rules, "https://syndication.example/", "json");
        return ItemsOf(JsonDocument.Parse(document.Bytes));
    }

    private static HashSet<string> Ids(PartnerProfile profile, FeedMoment moment, DateTimeOffset now) =>
        Taken(profile, moment, now).Select(line => line.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);

    /// <summary>What readers find in a feed, in its archive too if that counts.</summary>
    private static HashSet<string> Seen(IReadOnlyDictionary<string, string> documents, string feed, bool archive) =>
    [
        .. documents
            .Where(pair => pair.Key == $"feeds/{feed}.json"
                || (archive && pair.Key.StartsWith($"feeds/{feed}/archive/", StringComparison.Ordinal) && pair.Key.EndsWith(".json", StringComparison.Ordinal)))
            .SelectMany(pair => ItemsOf(JsonDocument.Parse(pair.Value))),
    ];

    private static HashSet<string> ItemsOf(JsonDocument document)
    {
        using (document)
        {
            return [.. document.RootElement.GetProperty("items").EnumerateArray()
                .Select(item => $"{item.GetProperty("id").GetString()} {item.GetProperty("title").GetString()}")];
        }
    }
}
