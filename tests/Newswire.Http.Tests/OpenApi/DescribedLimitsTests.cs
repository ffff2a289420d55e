using System.Globalization;
using System.Text.Json.Nodes;
using Newswire.Articles.Submissions;
using Newswire.Auditing;
using Newswire.Connectors;
using Newswire.Feeds;
using Newswire.Feeds.Definitions;
using Newswire.Partners;
using Newswire.Partners.Changes;
using Newswire.Partners.Usage;
using Newswire.Partners.Webhooks;
using Newswire.WebPush;
using Newswire.WebPush.Subscriptions;
using Newswire.WebSub.Subscribing;

namespace Newswire.Http.Tests.OpenApi;

/// <summary>Every number of the document that is a limit is that of the code.</summary>
public sealed class DescribedLimitsTests
{
    private static readonly string[] Limits = ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "default"];

    /// <summary>By the schema and the member, as the document has them.</summary>
    public static TheoryData<string, long> Known => new()
    {
        { "SentArticle/headline/maxLength", SubmissionLimits.MaxHeadline },
        { "SentArticle/correction/maxLength", SubmissionLimits.MaxText },
        { "SentArticle/standfirst/maxLength", SubmissionLimits.MaxText },
        { "SentArticle/rights/maxLength", SubmissionLimits.MaxText },
        { "SentArticle/section/maxLength", SubmissionLimits.MaxName },
        { "SentArticle/authors/maxItems", SubmissionLimits.MaxNames },
        { "SentArticle/authors/items/anyOf/0/maxLength", SubmissionLimits.MaxName },
        { "SentArticle/topics/maxItems", SubmissionLimits.MaxNames },
        { "SentArticle/topics/items/maxLength", SubmissionLimits.MaxName },
        { "SentArticle/pictures/maxItems", SubmissionLimits.MaxPictures },
        { "SentAuthor/name/maxLength", SubmissionLimits.MaxName },
        { "SentPicture/caption/maxLength", SubmissionLimits.MaxText },
        { "SentPicture/alt/maxLength", SubmissionLimits.MaxText },
        { "SentPicture/credits/maxItems", SubmissionLimits.MaxCredits },
        { "SentPicture/credits/items/maxLength", SubmissionLimits.MaxName },
        { "SentPictureRights/copyrightNotice/maxLength", SubmissionLimits.MaxText },
        { "SentPictureRights/usageTerms/maxLength", SubmissionLimits.MaxText },
        { "SentLicensor/name/maxLength", SubmissionLimits.MaxName },
        { "Pixels/maximum", SubmissionLimits.MaxPixels },
        { "WebUrl/maxLength", SubmissionLimits.MaxUrl },
        { "WebReference/maxLength", SubmissionLimits.MaxUrl },
        { "FeedName/maxLength", (3 * Slug.MaxLength) + 2 },
        { "FeedDefinition/title/maxLength", DefinitionLimits.MaxName },
        { "FeedDefinition/description/maxLength", DefinitionLimits.MaxDescription },
        { "FeedDefinition/languages/maxItems", DefinitionLimits.MaxNames },
        { "FeedDefinition/aliases/maxItems", DefinitionLimits.MaxNames },
        { "FeedDefinition/aliases/items/maxLength", DefinitionLimits.MaxName },
        { "FeedDefinition/formerNames/maxItems", DefinitionLimits.MaxNames },
        { "FeedDefinition/size/entries/maximum", DefinitionLimits.MaxEntries },
        { "FeedDefinition/size/hours/maximum", DefinitionLimits.MaxHours },
        { "NamesOfCondition/maxItems", DefinitionLimits.MaxNames },
        { "NamesOfCondition/items/maxLength", DefinitionLimits.MaxName },
        { "PartnerName/maxLength", Slug.MaxLength },
        { "PartnerRecord/title/maxLength", PartnerLimits.MaxName },
        { "PartnerRecord/contact/maxLength", PartnerLimits.MaxName },
        { "PartnerRecord/feeds/maxItems", PartnerLimits.MaxFeeds },
        { "PartnerRecord/quota/perHour/maximum", PartnerLimits.MaxPerHour },
        { "PartnerRecord/quota/perHour/default", PartnerQuota.Default.PerHour },
        { "PartnerRecord/quota/perDay/maximum", PartnerLimits.MaxPerDay },
        { "PartnerRecord/quota/perDay/default", PartnerQuota.Default.PerDay },
        { "PartnerRecord/earlyAccessMinutes/maximum", PartnerLimits.MaxEarlyAccessMinutes },
        { "KeyWish/name/maxLength", PartnerLimits.MaxName },
        { "ConnectorWish/secret/minLength", ConnectorWish.MinSecret },
        { "ConnectorWish/secret/maxLength", ConnectorWish.MaxSecret },
        { "ConnectorWish/authors/maxItems", ConnectorWish.MaxAuthors },
        { "ConnectorWish/authors/items/id/maxLength", ConnectorWish.MaxAuthorId },
        { "ConnectorWish/authors/items/name/maxLength", SubmissionLimits.MaxName },
        { "Connectors/connectors/maxItems", Connector.MaxConnectors },
        { "Changes/changes/maxItems", ChangeLimits.MaxChanges },
        { "Usage/days/maxItems", UsageLimits.MaxReportedDays },
        { "Usage/articles/maxItems", UsageLimits.MaxReportedArticles },
        { "SubscriptionWish/subscription/endpoint/maxLength", PushReceiver.MaxEndpoint },
        { "SubscriptionWish/favourites/maxItems", PushSubscription.MaxFavourites },
        { "SubscriptionWish/maxPerDay/maximum", PushSubscription.MostPerDay },
        { "SubscriptionWish/maxPerDay/default", PushSubscription.DefaultMaxPerDay },
        { "HubRequest/hub.topic/maxLength", SubscriptionFormReader.MaxUrlLength },
        { "HubRequest/hub.callback/maxLength", SubscriptionFormReader.MaxUrlLength },
        { "HubRequest/hub.secret/maxLength", SubscriptionFormReader.SecretBytes - 1 },
    };

    public static TheoryData<string, string, long> OfParameters => new()
    {
        { "getChanges", "limit", ChangeLimits.MaxChanges },
        { "getChanges", "wait", ChangeLimits.MaxWaitSeconds },
        { "getAudit", "count", AuditLog.MaxEntries },
    };

    /// <summary>What a request may have in all, which no schema says.</summary>
    public static TheoryData<string, int> OfContent => new()
    {
        { "publishArticle", SubmissionLimits.MaxArticleBytes },
        { "publishBatch", SubmissionLimits.MaxBatchBytes },
        { "publishPage", SubmissionLimits.MaxPageBytes },
        { "defineFeed", DefinitionLimits.MaxDefinitionBytes },
        { "defineFeeds", DefinitionLimits.MaxFileBytes },
        { "putPartner", PartnerLimits.MaxRecordBytes },
        { "putPartners", PartnerLimits.MaxFileBytes },
        { "setConnector", ConnectorWish.MaxBytes },
        { "takeEvent", ConnectorEvent.MaxBytes },
        { "takeCatalog", SubmissionLimits.MaxBatchBytes },
        { "makePartnerKey", PartnerLimits.MaxKeyBytes },
        { "setWebhook", WebhookWish.MaxBytes },
        { "subscribeToNotifications", SubscriptionRequestReader.MaxBytes },
        { "unsubscribeFromNotifications", SubscriptionRequestReader.MaxBytes },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void A_limit_is_that_of_the_code(string place, long limit) => Assert.Equal(limit, (long)At(place)!);

    [Theory]
    [MemberData(nameof(OfParameters))]
    public void A_limit_of_a_parameter_is_that_of_the_code(string operation, string parameter, long limit) => Assert.Equal(
        limit, (long)Operation(operation).Parameters.Single(known => (string)known["name"]! == parameter)["schema"]!["maximum"]!);

    [Theory]
    [MemberData(nameof(OfContent))]
    public void The_most_that_a_request_may_have_is_that_of_the_code(string operation, int bytes)
    {
        var words = bytes % (1024 * 1024) == 0 ? $"{bytes / 1024 / 1024} MiB" : $"{bytes / 1024} KiB";
        var said = (string)SurfaceOperation(operation)["requestBody"]!["description"]!;

        Assert.StartsWith($"At most {words}", said, StringComparison.Ordinal);
    }

    /// <summary>So that a limit that is added cannot be forgotten here.</summary>
    [Fact]
    public void No_limit_of_a_request_is_missing_from_these_tests()
    {
        string[] sent = ["SentArticle", "SentAuthor", "SentPicture", "SentPictureRights", "SentLicensor", "Pixels", "WebUrl", "WebReference", "FeedName", "NamesOfCondition", "FeedDefinition", "PartnerName", "PartnerRecord", "KeyWish", "ConnectorWish", "SubscriptionWish", "HubRequest"];
        var found = sent.SelectMany(name => LimitsIn(Schema(name), name))
            .Where(place => place.Value is not (0 or 1))
            .Select(place => place.Place);

        Assert.Empty(found.Except(Known.Select(row => row.Data.Item1)));
    }

    private static IEnumerable<(string Place, long Value)> LimitsIn(JsonObject schema, string at)
    {
        foreach (var keyword in Limits.Where(keyword => schema[keyword] is JsonValue value && value.TryGetValue<long>(out _)))
        {
            yield return ($"{at}/{keyword}", (long)schema[keyword]!);
        }

        var inner = (schema["properties"] as JsonObject ?? []).Select(member => (member.Value, member.Key))
            .Concat(schema["items"] is JsonObject items ? [(items, "items")] : Enumerable.Empty<(JsonNode?, string)>())
            .Concat((schema["anyOf"] as JsonArray ?? []).Select((choice, i) => (choice, string.Create(CultureInfo.InvariantCulture, $"anyOf/{i}"))));
        foreach (var found in inner.SelectMany(part => LimitsIn(part.Item1!.AsObject(), $"{at}/{part.Item2}")))
        {
            yield return found;
        }
    }

    private static JsonNode? At(string place) => place.Split('/').Skip(1).Aggregate((JsonNode)Schema(place.Split('/')[0]), (at, name) =>
        at is JsonArray several ? several[int.Parse(name, CultureInfo.InvariantCulture)]! : at["properties"]?[name] ?? at[name]!);

    private static JsonObject Schema(string name) => Contract.Ours.Document["components"]!["schemas"]![name]!.AsObject();

    private static ContractOperation Operation(string id) => Contract.Ours.Operations.Single(operation => operation.Id == id);

    private static JsonObject SurfaceOperation(string id)
    {
        var operation = Operation(id);
        return Contract.Ours.Document["paths"]![operation.Path.Template]![operation.Method.ToLowerInvariant()]!.AsObject();
    }
}
