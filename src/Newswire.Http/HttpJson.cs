using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newswire.Http.Auditing;
using Newswire.Http.Connectors;
using Newswire.Http.Definitions;
using Newswire.Http.Ingest;
using Newswire.Http.Operations;
using Newswire.Http.Partners;
using Newswire.Http.Push;
using Newswire.Http.Rebuilding;

namespace Newswire.Http;

/// <summary>The JSON of answers.</summary>
[JsonSerializable(typeof(ProblemDocument))]
[JsonSerializable(typeof(AcceptedAnswer))]
[JsonSerializable(typeof(BatchLineAnswer))]
[JsonSerializable(typeof(ArticleAnswer))]
[JsonSerializable(typeof(ErasureAnswer))]
[JsonSerializable(typeof(FeedAnswer))]
[JsonSerializable(typeof(FeedListAnswer))]
[JsonSerializable(typeof(DefinedAnswer))]
[JsonSerializable(typeof(FeedFileAnswer))]
[JsonSerializable(typeof(ConnectorAnswer))]
[JsonSerializable(typeof(ConnectorListAnswer))]
[JsonSerializable(typeof(CreatedConnectorAnswer))]
[JsonSerializable(typeof(EventLeftOutAnswer))]
[JsonSerializable(typeof(PartnerAnswer))]
[JsonSerializable(typeof(PartnerFileAnswer))]
[JsonSerializable(typeof(PartnerListAnswer))]
[JsonSerializable(typeof(CreatedKeyAnswer))]
[JsonSerializable(typeof(PartnerHomeAnswer))]
[JsonSerializable(typeof(WebhookAnswer))]
[JsonSerializable(typeof(CreatedSecretAnswer))]
[JsonSerializable(typeof(PingAnswer))]
[JsonSerializable(typeof(PartnerOutputAnswer))]
[JsonSerializable(typeof(UsageAnswer))]
[JsonSerializable(typeof(RebuildAnswer))]
[JsonSerializable(typeof(HistoryAnswer))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(ReadersAnswer))]
[JsonSerializable(typeof(PushKeyAnswer))]
[JsonSerializable(typeof(SubscribedAnswer))]
[JsonSerializable(typeof(AuditAnswer))]
internal sealed partial class HttpJson : JsonSerializerContext
{
    public static readonly HttpJson Answers = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
