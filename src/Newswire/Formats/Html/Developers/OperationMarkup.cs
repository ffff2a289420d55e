using System.Text.Json.Nodes;

namespace Newswire.Formats.Html.Developers;

/// <summary>Writes an operation: what it is for, what it takes, what it answers.</summary>
internal sealed class OperationMarkup(DescribedSurface surface)
{
    private const string ProblemType = "urn:newswire:problem:";

    /// <summary>Under the address of its <c>operationId</c>.</summary>
    public void Write(HtmlMarkup page, DescribedOperation operation)
    {
        page.WriteLine($"""<article class="operation" id="{operation.Id}"><h3><a href="#{operation.Id}">{operation.Summary}</a></h3>""");
        page.Write($"""<p class="address"><b class="method">{operation.Method}</b> <code>{operation.Path}</code>""");
        page.WriteLine($"{(operation.AnswersHead ? " HEAD is answered alike." : "")}{(operation.IsSent ? " Newswire sends it." : "")}</p>");
        if (operation.Description is { } description)
        {
            MarkdownText.WriteParagraphs(page, description);
        }

        if (!operation.IsSent)
        {
            page.WriteLine($"<p class=\"key\">{KeyOf(operation)}</p>");
            SchemaMarkup.WriteExample(page, CurlLine.Of(surface.Server, operation), "How to try it: " + operation.Summary);
        }

        WriteParameters(page, operation);
        WriteRequest(page, operation);
        WriteAnswers(page, operation);
        foreach (var callback in surface.CallbacksOf(operation))
        {
            Write(page, callback);
        }

        page.WriteLine($"</article>");
    }

    private string KeyOf(DescribedOperation operation) => operation.Key switch
    {
        "publisherKey" => "Needs a publisher key.",
        "partnerKey" => "Needs a key of the partner's own.",
        _ when operation.Signatures.Any() =>
            $"Needs a signature, in {string.Join(" or ", operation.Signatures.Select(name => (string)surface.Keys[name]!["name"]!))}.",
        _ => "Open to everybody.",
    };

    private static void WriteParameters(HtmlMarkup page, DescribedOperation operation)
    {
        if (operation.Parameters.Count == 0)
        {
            return;
        }

        page.WriteLine($"""<h4>Parameters</h4><div class="wide" tabindex="0" role="region" aria-label="Parameters of {operation.Id}"><table>""");
        page.WriteLine($"""<thead><tr><th scope="col">Name</th><th scope="col">In</th><th scope="col">Meaning</th></tr></thead><tbody>""");
        foreach (var parameter in operation.Parameters)
        {
            page.Write($"""<tr><th scope="row"><code>{(string)parameter["name"]!}</code>{(parameter["required"] is not null ? " required" : "")}</th><td>{(string)parameter["in"]!}</td><td>""");
            if ((string?)parameter["description"] is { } description)
            {
                MarkdownText.WriteLine(page, description);
            }

            page.Write($" <span class=\"limits\">");
            SchemaType.WriteType(page, parameter["schema"]!);
            page.Write($" ");
            SchemaType.WriteLimits(page, parameter["schema"]!);
            page.WriteLine($"</span></td></tr>");
        }

        page.WriteLine($"</tbody></table></div>");
    }

    private static void WriteRequest(HtmlMarkup page, DescribedOperation operation)
    {
        if (operation.RequestContent.Count == 0)
        {
            return;
        }

        page.Write($"<h4>Content</h4><p>");
        if ((string?)operation.Content["requestBody"]!["description"] is { } description)
        {
            MarkdownText.WriteLine(page, description + " ");
        }

        WriteMedia(page, operation.RequestContent);
        page.WriteLine($"</p>");
        var media = operation.RequestContent.First().Value!;
        if (media["examples"] is JsonObject examples && examples.First().Value!["value"] is JsonValue example)
        {
            SchemaMarkup.WriteExample(page, example.ToString(), "Example for " + operation.Id);
        }
    }

    private void WriteAnswers(HtmlMarkup page, DescribedOperation operation)
    {
        page.WriteLine($"""<h4>Answers</h4><div class="wide" tabindex="0" role="region" aria-label="Answers of {operation.Id}"><table>""");
        page.WriteLine($"""<thead><tr><th scope="col">Status</th><th scope="col">Meaning</th></tr></thead><tbody>""");
        foreach (var (status, response) in operation.Content["responses"]!.AsObject())
        {
            var answer = surface.Resolve(response!);
            page.Write($"""<tr><th scope="row">{status}</th><td>""");
            MarkdownText.WriteLine(page, (string)answer["description"]!);
            if (answer["content"] is JsonObject content)
            {
                page.Write($" <span class=\"limits\">");
                WriteMedia(page, content);
                page.Write($"</span>");
            }

            if (answer["headers"] is JsonObject headers)
            {
                page.Write($" <span class=\"limits\">Headers: {string.Join(", ", headers.Select(header => header.Key))}</span>");
            }

            page.WriteLine($"</td></tr>");
        }

        page.WriteLine($"</tbody></table></div>");
    }

    private static void WriteMedia(HtmlMarkup page, JsonObject content)
    {
        var isFirst = true;
        foreach (var (type, media) in content)
        {
            page.Write($"{(isFirst ? "" : ", ")}<code>{type}</code>");
            isFirst = false;
            if (KindsOf(media!["schema"]!) is { Count: > 0 } kinds)
            {
                page.Write($": ");
                foreach (var (index, kind) in kinds.Index())
                {
                    page.Write($"{(index == 0 ? "" : ", ")}<code>{kind}</code>");
                }
            }
            else if (DescribedSurface.SchemaNameOf(media["schema"]) is not null || media["schema"]!["$ref"] is not null)
            {
                page.Write($": ");
                SchemaType.WriteType(page, media["schema"]!);
            }
        }
    }

    /// <summary>Which problems it can be; none when it is no problem.</summary>
    private static IReadOnlyList<string> KindsOf(JsonNode schema) => schema["properties"]?["type"] switch
    {
        { } type when type["const"] is { } only => [Kind((string)only!)],
        { } type when type["enum"] is JsonArray several => [.. several.Select(kind => Kind((string)kind!))],
        _ => [],
    };

    private static string Kind(string type) => type.Replace(ProblemType, "", StringComparison.Ordinal);
}
