using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Newswire.Http.Tests.OpenApi;

/// <summary>Whether an answer, and a request that was accepted, are as the document says.</summary>
internal sealed class ContractCheck(Contract contract, HttpRequestMessage request, HttpResponseMessage response, byte[] body)
{
    /// <summary>What every answer may carry without a word in the document: of the transport, and for browsers.</summary>
    private static readonly HashSet<string> Everywhere = new(StringComparer.OrdinalIgnoreCase)
    {
        "Content-Type", "Content-Length", "Content-Encoding", "Date", "Server", "Transfer-Encoding", "Connection", "Vary", "Accept-Ranges",
        "Cache-Control", "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "X-Robots-Tag",
        "Access-Control-Allow-Origin", "Access-Control-Expose-Headers",
    };

    private readonly List<string> faults = [];

    private int Status => (int)response.StatusCode;

    private string? MediaType => response.Content.Headers.ContentType?.MediaType;

    /// <summary>Everything that is not as the document says.</summary>
    public IReadOnlyList<string> Faults()
    {
        var path = request.RequestUri!.AbsolutePath;
        if (Contract.IsLeftOut(path))
        {
            return [];
        }

        var known = contract.Find(path);
        if (known?.Find(request.Method.Method) is { } operation)
        {
            Check(operation);
        }
        else
        {
            CheckUndescribed(known is not null);
        }

        return faults;
    }

    /// <summary>What the document has not is nothing, or leads to what it has.</summary>
    private void CheckUndescribed(bool isMethod)
    {
        if (Status is 301 or 307)
        {
            return;
        }

        if (Status is < 400 or >= 500)
        {
            faults.Add(isMethod ? "The document has no such method." : "The document has no such path.");
        }
        else if (MediaType == "application/problem+json" && request.Method != HttpMethod.Head)
        {
            AddFaults("the problem", Json("""{"$ref":"#/components/schemas/Problem"}"""), Parse(body));
        }
    }

    private void Check(ContractOperation operation)
    {
        if (operation.Response(Status) is not { } described)
        {
            faults.Add($"The document has no answer with {Status} there: {Encoding.UTF8.GetString(body)}");
            return;
        }

        CheckHeaders(described["headers"] as JsonObject ?? []);
        if (!IsMadeUp(response.Headers.ETag?.Tag))
        {
            CheckContent(described["content"] as JsonObject);
        }

        if (Status is >= 200 and < 300)
        {
            CheckParameters(operation);
            CheckRequest(operation.RequestContent);
        }
    }

    /// <summary>Whether a test has put the document into storage by hand: no fingerprint of ours looks like its tag.</summary>
    private static bool IsMadeUp(string? tag) => tag is not null && tag.Split('-')[0].Trim('"').Length != 32;

    private void CheckHeaders(JsonObject described)
    {
        var sent = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        foreach (var (name, header) in described)
        {
            var facts = contract.Resolve(header!);
            if (sent.TryGetValue(name, out var value))
            {
                AddFaults("the header " + name, facts["schema"]!, Text(value));
            }
            else if (facts["required"] is { } required && (bool)required)
            {
                faults.Add($"The header {name} is missing.");
            }
        }

        faults.AddRange(sent.Keys
            .Where(name => !Everywhere.Contains(name) && !described.ContainsKey(name))
            .Select(name => $"The document does not have the header {name} there."));
    }

    private void CheckContent(JsonObject? described)
    {
        if (described is null)
        {
            if (body.Length > 0)
            {
                faults.Add("The document has no content there.");
            }
        }
        else if (MediaType is null || described[MediaType] is not { } media)
        {
            faults.Add($"The document has no {MediaType ?? "answer without content"} there.");
        }
        else if (request.Method != HttpMethod.Head && response.Content.Headers.ContentEncoding.Count == 0)
        {
            CheckBody("the answer", media["schema"]!, MediaType, body);
        }
    }

    private void CheckBody(string what, JsonNode schema, string mediaType, byte[] content)
    {
        if (mediaType.EndsWith("json", StringComparison.Ordinal) && !mediaType.Contains("nd", StringComparison.Ordinal))
        {
            AddFaults(what, schema, Parse(content));
        }
        else if (mediaType.Contains("json", StringComparison.Ordinal))
        {
            foreach (var line in Lines(content))
            {
                AddFaults(what, schema, Parse(Encoding.UTF8.GetBytes(line)));
            }
        }
        else if (mediaType.EndsWith("xml", StringComparison.Ordinal))
        {
            XDocument.Load(new MemoryStream(content));
        }
    }

    private void CheckParameters(ContractOperation operation)
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(request.RequestUri!.Query);
        var path = operation.Path.ValuesIn(request.RequestUri.AbsolutePath);
        foreach (var parameter in operation.Parameters)
        {
            var name = (string)parameter["name"]!;
            string? value = (string)parameter["in"]! switch
            {
                "path" => path[name],
                "query" => query.TryGetValue(name, out var sent) ? sent.ToString() : null,
                _ => request.Headers.NonValidated.TryGetValues(name, out var lines) ? lines.ToString() : null,
            };
            if (value is not null)
            {
                var schema = contract.Resolve(parameter["schema"]!);
                AddFaults("the parameter " + name, parameter["schema"]!, (string?)schema["type"] == "integer" && long.TryParse(value, out _) ? Parse(Encoding.UTF8.GetBytes(value)) : Text(value));
            }
            else if (parameter["required"] is { } required && (bool)required)
            {
                faults.Add($"It was accepted without the parameter {name}.");
            }
        }
    }

    /// <summary>What was accepted is what the document allows. Only of content that can be read twice.</summary>
    private void CheckRequest(JsonObject? described)
    {
        if (request.Content is not ByteArrayContent content)
        {
            return;
        }

        var sent = content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
        var type = MediaTypeHeaderValue.TryParse(content.Headers.ContentType?.ToString(), out var parsed) ? parsed.MediaType!.ToLowerInvariant() : "";
        if (described is null)
        {
            return;
        }

        if (described[type] is not { } media)
        {
            faults.Add($"It was accepted as '{type}'.");
        }
        else if (type == "application/json")
        {
            AddFaults("the request", media["schema"]!, SentJson.AsDescribed(sent));
        }
        else if (type == "application/x-ndjson")
        {
            var accepted = Lines(body).Select(line => Parse(Encoding.UTF8.GetBytes(line)))
                .Where(line => line.TryGetProperty("id", out _)).Select(line => line.GetProperty("line").GetInt32()).ToHashSet();
            foreach (var (index, line) in Encoding.UTF8.GetString(sent).Split('\n').Index().Where(line => accepted.Contains(line.Index + 1)))
            {
                AddFaults("the request", media["schema"]!, SentJson.AsDescribed(Encoding.UTF8.GetBytes(line)));
            }
        }
    }

    private void AddFaults(string what, JsonNode schema, JsonElement value) =>
        faults.AddRange(contract.Schemas.Faults(schema, value).Select(fault => $"{what}: {fault}"));

    private static IEnumerable<string> Lines(byte[] content) =>
        Encoding.UTF8.GetString(content).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static JsonNode Json(string text) => JsonNode.Parse(text)!;

    private static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text);

    private static JsonElement Parse(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
