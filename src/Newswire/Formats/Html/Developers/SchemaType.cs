using System.Globalization;
using System.Text.Json.Nodes;

namespace Newswire.Formats.Html.Developers;

/// <summary>Writes in a few words what a value may be: its type, and how much of it there may be.</summary>
internal static class SchemaType
{
    private static readonly (string Keyword, string Words)[] Limits =
    [
        ("minimum", "at least {0}"), ("maximum", "at most {0}"), ("minLength", "at least {0} characters"),
        ("maxLength", "at most {0} characters"), ("minItems", "at least {0}"), ("maxItems", "at most {0}"),
        ("default", "{0} without it"),
    ];

    /// <summary>The type, linked where it has a name of its own.</summary>
    public static void WriteType(HtmlMarkup page, JsonNode schema)
    {
        if (DescribedSurface.SchemaNameOf(schema) is { } name)
        {
            page.Write($"""<a href="#schema-{name}">{name}</a>""");
        }
        else if ((string?)schema["$ref"] is { } elsewhere)
        {
            page.Write($"""<a href="{elsewhere}">{elsewhere.Split('/')[^1]}</a>""");
        }
        else if (schema["allOf"] is JsonArray and [JsonObject whole])
        {
            WriteType(page, whole);
        }
        else if (schema["items"] is { } items)
        {
            page.Write($"array of ");
            WriteType(page, items);
        }
        else if (schema["anyOf"] is JsonArray { Count: > 0 } choices && choices.All(IsType))
        {
            for (var i = 0; i < choices.Count; i++)
            {
                page.Write($"{(i == 0 ? "" : " or ")}");
                WriteType(page, choices[i]!);
            }
        }
        else if (schema["const"] is { } only)
        {
            page.Write($"<code>{only.ToJsonString()}</code>");
        }
        else
        {
            page.Write($"{NameOf(schema)}");
        }
    }

    /// <summary>Formats, limits and choices, apart by commas; nothing when there are none.</summary>
    public static void WriteLimits(HtmlMarkup page, JsonNode schema)
    {
        if (schema["enum"] is JsonArray choices)
        {
            foreach (var (index, choice) in choices.Index())
            {
                page.Write($"{(index == 0 ? "" : ", ")}<code>{choice?.ToString() ?? "null"}</code>");
            }
        }

        var limits = string.Join(", ", LimitsOf(schema));
        page.Write($"{(schema["enum"] is not null && limits.Length > 0 ? "; " : "")}{limits}");
        if ((string?)schema["pattern"] is { } pattern)
        {
            page.Write($"{(limits.Length > 0 ? ", " : "")}<code class=\"pattern\">{pattern}</code>");
        }
    }

    private static bool IsType(JsonNode? schema) => schema?["type"] is not null || schema?["$ref"] is not null;

    private static IEnumerable<string> LimitsOf(JsonNode schema)
    {
        if ((string?)schema["format"] is { } format and not ("int64" or "json-pointer"))
        {
            yield return format;
        }

        foreach (var (keyword, words) in Limits)
        {
            if (schema[keyword] is { } value)
            {
                yield return string.Format(CultureInfo.InvariantCulture, words, Number(value));
            }
        }
    }

    private static string Number(JsonNode value) =>
        value.AsValue().TryGetValue<long>(out var number) ? number.ToString("N0", CultureInfo.InvariantCulture) : value.ToString();

    private static string NameOf(JsonNode schema) => schema["type"] switch
    {
        JsonArray types => string.Join(" or ", types.Select(type => (string)type!)),
        { } type => (string)type!,
        _ => schema["enum"] is not null ? "string" : "any",
    };
}
