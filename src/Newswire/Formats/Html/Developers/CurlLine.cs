using System.Text;
using System.Text.Json.Nodes;

namespace Newswire.Formats.Html.Developers;

/// <summary>Makes the <c>curl</c> line by which an operation can be tried, out of the examples of its parameters.</summary>
internal static class CurlLine
{
    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["publisherKey"] = "$KEY",
        ["partnerKey"] = "$PARTNER_KEY",
    };

    /// <param name="server">Where the surface is.</param>
    /// <param name="operation">The operation.</param>
    public static string Of(string server, DescribedOperation operation)
    {
        var path = operation.Path;
        var query = new StringBuilder();
        foreach (var parameter in operation.Parameters)
        {
            if (parameter["example"] is not { } example || (string?)parameter["in"] is not ("path" or "query"))
            {
                continue;
            }

            var name = (string)parameter["name"]!;
            if ((string?)parameter["in"] == "path")
            {
                path = path.Replace($"{{{name}}}", example.ToString(), StringComparison.Ordinal);
            }
            else
            {
                query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(example);
            }
        }

        var line = new StringBuilder("curl");
        line.Append(operation.Method == "GET" ? " " : $" -X {operation.Method} ").Append('"').Append(server).Append(path).Append(query).Append('"');
        if (operation.Key is { } key)
        {
            line.Append(" \\\n  -H \"Authorization: Bearer ").Append(Keys[key]).Append('"');
        }

        if (operation.RequestContent.Select(content => content.Key).FirstOrDefault() is { } type)
        {
            line.Append(type == "application/x-www-form-urlencoded"
                ? Form(operation.RequestContent[type]!)
                : $" \\\n  -H \"Content-Type: {type}\" --data-binary @{(type.EndsWith("html", StringComparison.Ordinal) ? "page.html" : type.EndsWith("ndjson", StringComparison.Ordinal) ? "batch.ndjson" : "sent.json")}");
        }

        return line.ToString();
    }

    private static string Form(JsonNode content) => content["examples"]?["form"]?["value"] is JsonObject example
        ? string.Concat(example.Select(member => $" \\\n  --data-urlencode \"{member.Key}={member.Value}\""))
        : "";
}
