using System.Text.Json;
using System.Xml.Linq;

namespace Newswire.Http.Tests.Surface;

/// <summary>The text of an answer as its format's own parser gives it; fails where the answer is not well-formed.</summary>
internal static class DocumentText
{
    /// <summary>Every text in it: of XML elements and attributes, or of JSON strings.</summary>
    public static IReadOnlyList<string> Of(Answer answer)
    {
        if (answer["Content-Type"]!.Contains("json", StringComparison.Ordinal))
        {
            return [.. Of(answer.Json)];
        }

        var root = XDocument.Parse(answer.Text).Root!;
        return
        [
            .. root.DescendantsAndSelf().Attributes().Select(attribute => attribute.Value),
            .. root.DescendantNodes().OfType<XText>().Select(text => text.Value),
        ];
    }

    private static IEnumerable<string> Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Of),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Of(member.Value)),
        _ => [],
    };
}
