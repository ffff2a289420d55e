using System.Text.Json.Nodes;

namespace Newswire.Http.Tests.OpenApi;

/// <summary>The examples of the document.</summary>
internal static class Examples
{
    /// <summary>The path of an operation with the examples of its parameters, those of the query that are required included.</summary>
    public static string PathOf(ContractOperation operation)
    {
        var path = operation.Parameters
            .Where(parameter => (string)parameter["in"]! == "path")
            .Aggregate(operation.Path.Template, (path, parameter) =>
                path.Replace($"{{{(string)parameter["name"]!}}}", (string)parameter["example"]!, StringComparison.Ordinal));
        var query = operation.Parameters
            .Where(parameter => (string)parameter["in"]! == "query" && parameter["required"] is not null)
            .Select(parameter => $"{parameter["name"]}={parameter["schema"]!["enum"]![0]}");
        return path + (query.Any() ? "?" + string.Join('&', query) : "");
    }

    /// <summary>
    /// What the document shows of the content. Hosts of others are shown by names that are nobody's (RFC 6761), which are
    /// never asked; here this machine stands for them.
    /// </summary>
    public static string Of(JsonObject content)
    {
        var (type, media) = content.First();
        if (media!["examples"] is JsonObject examples)
        {
            return (string)examples.First().Value!["value"]!;
        }

        var example = OnThisMachine(Contract.Ours.Resolve(media["schema"]!)["examples"]![0]!);
        return type == "application/x-www-form-urlencoded"
            ? string.Join('&', example.Select(member => $"{member.Key}={Uri.EscapeDataString((string)member.Value!)}"))
            : example.ToJsonString();
    }

    /// <summary>The example with this machine for a subscriber's or a partner's host.</summary>
    public static JsonObject OnThisMachine(JsonNode example) => JsonNode.Parse(example.ToJsonString()
        .Replace("https://reader.example", "http://127.0.0.1:65535", StringComparison.Ordinal)
        .Replace("https://planet.example", "http://127.0.0.1:65535", StringComparison.Ordinal))!.AsObject();
}
