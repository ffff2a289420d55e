using System.Text.Json;
using System.Text.Json.Nodes;
using Newswire.Http.Tests.WebSub;

namespace Newswire.Http.Tests.OpenApi;

/// <summary>What partners are told, by the <c>webhooks</c> of the document.</summary>
internal static class DescribedWebhook
{
    /// <summary>What of a delivery is not as the document says.</summary>
    public static IReadOnlyList<string> Faults(CallbackRequest delivery)
    {
        var described = Contract.Ours.Document["webhooks"]!["changes"]!["post"]!;
        using var body = JsonDocument.Parse(delivery.Body);
        var schema = described["requestBody"]!["content"]!["application/json"]!["schema"]!;
        return
        [
            .. Contract.Ours.Schemas.Faults(schema, body.RootElement),
            .. described["parameters"]!.AsArray().SelectMany(parameter => FaultsOf(parameter!, delivery)),
        ];
    }

    private static IEnumerable<string> FaultsOf(JsonNode parameter, CallbackRequest delivery) =>
        delivery.Headers.TryGetValue((string)parameter["name"]!, out var value)
            ? Contract.Ours.Schemas.Faults(parameter["schema"]!, JsonSerializer.SerializeToElement(value))
            : [$"{parameter["name"]} is missing."];
}
