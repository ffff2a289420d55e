using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Newswire.Articles.Submissions;
using Newswire.Connectors;
using Newswire.Feeds;
using Newswire.Feeds.Definitions;
using Newswire.Http.Tests.Surface;
using Newswire.Json;
using Newswire.Partners;
using Newswire.Partners.Webhooks;
using Newswire.WebPush;
using Newswire.WebPush.Subscriptions;

namespace Newswire.Http.Tests.OpenApi;

/// <summary>The schemas of requests and the readers say the same: what one refuses, the other refuses.</summary>
public sealed class ReaderAgreementTests
{
    private static readonly DateTimeOffset Received = NewswireSurface.Now.AddDays(30);

    /// <summary>Each schema of a request, and the reader of what it describes.</summary>
    private static readonly Dictionary<string, Func<byte[], bool>> Readers = new(StringComparer.Ordinal)
    {
        ["SentArticle"] = json => SubmissionReader.ReadArticle("harbour-bridge", json, Received) is SubmissionOutcome.Accepted,
        ["BatchLine"] = json => SubmissionReader.ReadBatchLine(json, Received) is SubmissionOutcome.Accepted,
        ["SentWithdrawal"] = json => SubmissionReader.ReadBatchLine(json, Received) is SubmissionOutcome.Accepted,
        ["FeedDefinition"] = json => FeedDefinitionReader.Read("home", json) is JsonOutcome<FeedDefinition>.Accepted,
        ["PartnerRecord"] = json => PartnerReader.Read("daily-planet", json) is JsonOutcome<Partner>.Accepted,
        ["FeedFile"] = json => FeedDefinitionReader.ReadFile(json) is JsonOutcome<IReadOnlyList<FeedDefinition>>.Accepted,
        ["PartnerFile"] = json => PartnerReader.ReadFile(json) is JsonOutcome<IReadOnlyList<Partner>>.Accepted,
        ["ConnectorWish"] = json => ConnectorWish.Read("our-blog", json) is JsonOutcome<ConnectorWish>.Accepted,
        ["KeyWish"] = json => KeyWish.Read(json, Received) is JsonOutcome<KeyWish>.Accepted,
        ["WebhookWish"] = json => WebhookWish.Read(json, allowLoopback: true) is JsonOutcome<WebhookWish>.Accepted,
        ["SubscriptionWish"] = json => SubscriptionRequestReader.Read(
            json, new KnownPushServices(new PushOptions()), allowLoopback: false, name => new FavouriteFeed(name), Received) is JsonOutcome<SubscriptionRequest>.Accepted,
        ["Endpoint"] = json => SubscriptionRequestReader.ReadEndpoint(json) is JsonOutcome<string>.Accepted,
    };

    public static TheoryData<string> Shown => [.. Readers.Keys.Where(name => Schema(name)["examples"] is not null)];

    public static TheoryData<string, string> Members => new(
        from name in Readers.Keys
        where Schema(name)["examples"] is not null
        from member in Schema(name)["properties"]!.AsObject()
        select (name, member.Key));

    [Theory]
    [MemberData(nameof(Shown))]
    public void What_the_document_shows_is_accepted_by_both(string name)
    {
        foreach (var example in Schema(name)["examples"]!.AsArray().Select(shown => Examples.OnThisMachine(shown!)))
        {
            Assert.Empty(Faults(name, example));
            Assert.True(Reads(name, example), $"The reader refuses the example of {name}.");
        }
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void Without_a_member_both_say_the_same(string name, string member)
    {
        var example = Example(name);
        example.Remove(member);

        Assert.Equal(Faults(name, example).Count == 0, Reads(name, example));
    }

    /// <summary>But for a name, which has to be that of the address: no schema can say so.</summary>
    [Theory]
    [MemberData(nameof(Members))]
    public void A_member_of_any_other_type_is_refused_by_both(string name, string member)
    {
        foreach (var wrong in new[] { "7.5", "true", "\"no-such-thing of this kind, not even of another\"", "[7]", "{\"no\": 7}" })
        {
            var example = Example(name);
            example[member] = JsonNode.Parse(wrong);
            if (member == "name" && wrong.StartsWith('"'))
            {
                continue;
            }

            Assert.True(
                Faults(name, example).Count == 0 == Reads(name, example),
                $"{member}: {wrong} is {(Reads(name, example) ? "" : "not ")}read, and the document says: {string.Join("; ", Faults(name, example))}");
        }
    }

    /// <summary>Articles of plain parts, good and bad ones mixed: dates, numbers, languages, addresses, lists at their limits.</summary>
    [Fact]
    public void Whatever_is_made_of_an_article_both_say_the_same() => Same("SentArticle", Gen.OneOf(
        Pick("headline", "", "A bridge", new string('x', 1000), new string('x', 1001)),
        Pick("published", "2026-03-04T09:30:00Z", "2026-03-04T09:30:00+01:00", "2026-03-04", "yesterday", "2026-02-30T00:00:00Z", "2026-03-04T09:30:00"),
        Pick("url", "https://courier.example/a", "http://courier.example", "/a", "ftp://courier.example/a", "mailto:a@courier.example"),
        Pick("language", "en", "en-GB", "zh-Hant", "en_GB", "en-averylongsubtag", "4"),
        Pick("priority", "low", "High", "urgent"),
        Pick("section", new string('x', 250), new string('x', 251)),
        Pick("standfirst", new string('x', 10_000), new string('x', 10_001)),
        Pick("license", "/licence", "https://courier.example/licence"),
        Gen.Long[-2, 2].Select(version => ("version", (JsonNode?)version)),
        Gen.Int[49, 51].Select(count => ("topics", Names(count))),
        Gen.Int[49, 51].Select(count => ("authors", Names(count))),
        Gen.Int[249, 251].Select(length => ("topics", (JsonNode?)new JsonArray(new string('x', length)))),
        OneOf(499, 501).Select(count => ("pictures", (JsonNode?)new JsonArray([.. Enumerable.Range(0, count).Select(i => new JsonObject { ["url"] = $"/{i}.jpg" })]))),
        Picture("width", 0, 1, 100_000, 100_001),
        Picture("lengthBytes", 0, 1),
        Picture("type", "image/jpeg", "IMAGE/PNG", "text/html", "image/"),
        Picture("credits", Names(50)!, Names(51)!),
        Picture("url", "/a.jpg", "https://courier.example/a.jpg"),
        Rights("""{"syndicate": false, "rendition": {"url": "/b.jpg"}}"""),
        Rights("""{"rendition": {"url": "/b.jpg"}}"""),
        Rights("""{"licensor": {}}"""),
        Rights("""{"licensor": {"name": "Agency"}}"""),
        Rights("""{"syndicate": "no"}""")));

    [Fact]
    public void Whatever_is_made_of_a_definition_both_say_the_same() => Same("FeedDefinition", Gen.OneOf(
        Pick("title", new string('x', 250), new string('x', 251)),
        Pick("description", new string('x', 1000), new string('x', 1001)),
        Pick("logo", "https://courier.example/logo.png", "/logo.png"),
        Pick("content", "full", "summary", "all"),
        Gen.Int[49, 51].Select(count => ("sections", Names(count))),
        OneOf(0, 1, 1000, 1001).Select(count => ("size", (JsonNode?)new JsonObject { ["entries"] = count })),
        OneOf(-1, 0, 720, 721).Select(count => ("size", (JsonNode?)new JsonObject { ["hours"] = count })),
        OneOf("en", "en-GB", "*", "en_GB").Select(language => ("languages", (JsonNode?)new JsonArray(language))),
        Gen.Int[49, 51].Select(count => ("topics", (JsonNode?)new JsonObject { ["any"] = Names(count) }))));

    [Fact]
    public void Whatever_is_made_of_a_partner_both_say_the_same() => Same("PartnerRecord", Gen.OneOf(
        Pick("title", "", new string('x', 250), new string('x', 251)),
        Pick("contact", new string('x', 250), new string('x', 251)),
        Pick("profile", "generic", "msn", "smartnews", "flipboard", "google"),
        OneOf(0, 1, 1_000_000, 1_000_001).Select(count => ("quota", (JsonNode?)new JsonObject { ["perHour"] = count })),
        OneOf(0, 1, 10_000_000, 10_000_001).Select(count => ("quota", (JsonNode?)new JsonObject { ["perDay"] = count })),
        OneOf(0, 1, 10_080, 10_081).Select(minutes => ("earlyAccessMinutes", (JsonNode?)minutes)),
        OneOf("latest latest", "latest home").Select(names => ("feeds", (JsonNode?)new JsonArray([.. names.Split(' ').Select(name => (JsonNode)name)])))));

    private static void Same(string name, Gen<(string Member, JsonNode? Value)> parts) => parts.Array[0, 4].Sample(
        changes =>
        {
            var sent = Example(name);
            foreach (var (member, value) in changes)
            {
                sent[member] = value?.DeepClone();
            }

            var described = SentJson.AsDescribed(Bytes(sent));
            return Contract.Ours.Schemas.Faults(Reference(name), described).Count == 0 == Reads(name, sent);
        },
        iter: 2_000,
        print: changes => string.Join(", ", changes.Select(change => $"{change.Member}: {change.Value?.ToJsonString()}")));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<(string Member, JsonNode? Value)> Pick(string member, params string[] values) =>
        OneOf(values).Select(value => (member, (JsonNode?)value));

    private static Gen<(string Member, JsonNode? Value)> Picture(string member, params JsonNode[] values) =>
        OneOf(values).Select(value =>
        {
            var picture = new JsonObject { ["url"] = "/a.jpg" };
            picture[member] = value.DeepClone();
            return ("featuredPicture", (JsonNode?)picture);
        });

    private static Gen<(string Member, JsonNode? Value)> Rights(string rights) => Gen.Const(rights).Select(text =>
        ("featuredPicture", (JsonNode?)new JsonObject { ["url"] = "/a.jpg", ["rights"] = JsonNode.Parse(text) }));

    private static JsonNode? Names(int count) => new JsonArray([.. Enumerable.Range(0, count).Select(i => (JsonNode)$"Name {i}")]);

    private static JsonObject Example(string name) => Examples.OnThisMachine(Schema(name)["examples"]![0]!);

    private static bool Reads(string name, JsonNode json) => Readers[name](Bytes(json));

    private static IReadOnlyList<string> Faults(string name, JsonNode json) =>
        Contract.Ours.Schemas.Faults(Reference(name), SentJson.AsDescribed(Bytes(json)));

    private static byte[] Bytes(JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString());

    private static JsonObject Reference(string name) => new() { ["$ref"] = "#/components/schemas/" + name };

    private static JsonObject Schema(string name) => Contract.Ours.Document["components"]!["schemas"]![name]!.AsObject();
}
