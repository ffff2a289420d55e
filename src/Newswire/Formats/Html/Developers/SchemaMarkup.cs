using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Newswire.Formats.Html.Developers;

/// <summary>Writes what is sent and answered: a table of members, and an example.</summary>
internal sealed class SchemaMarkup(DescribedSurface surface)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A schema that has a name, under the address <c>#schema-…</c>.</summary>
    public void WriteNamed(HtmlMarkup page, string name, JsonObject schema)
    {
        page.WriteLine($"""<section class="schema" id="schema-{name}"><h3><a href="#schema-{name}">{name}</a></h3>""");
        if ((string?)schema["description"] is { } description)
        {
            MarkdownText.WriteParagraphs(page, description);
        }

        Write(page, schema, name);
        page.WriteLine($"</section>");
    }

    /// <summary>A schema in the place where it holds.</summary>
    /// <param name="page">Where to write.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="name">What it is of, for those who hear the table.</param>
    public void Write(HtmlMarkup page, JsonObject schema, string name)
    {
        if (schema["properties"] is JsonObject members && DescribedSurface.SchemaNameOf(schema) is null)
        {
            WriteMembers(page, members, schema["required"] as JsonArray ?? [], name);
        }
        else
        {
            page.Write($"<p class=\"type\">");
            SchemaType.WriteType(page, schema);
            page.Write($"{(HasLimits(schema) ? ": " : "")}");
            SchemaType.WriteLimits(page, schema);
            page.WriteLine($"</p>");
        }

        if (schema["examples"] is JsonArray { Count: > 0 } examples && examples[0] is JsonObject example)
        {
            WriteExample(page, example.ToJsonString(Readable), "Example of " + name);
        }
    }

    /// <summary>An example, which may be wider than the page.</summary>
    public static void WriteExample(HtmlMarkup page, string text, string label) =>
        page.WriteLine($"""<pre tabindex="0" role="region" aria-label="{label}"><code>{text}</code></pre>""");

    private void WriteMembers(HtmlMarkup page, JsonObject members, JsonArray required, string name)
    {
        page.WriteLine($"""<div class="wide" tabindex="0" role="region" aria-label="Members of {name}"><table>""");
        page.WriteLine($"""<thead><tr><th scope="col">Member</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead><tbody>""");
        var needed = required.Select(member => (string)member!).ToHashSet(StringComparer.Ordinal);
        WriteRows(page, members, needed, "");
        page.WriteLine($"</tbody></table></div>");
    }

    private void WriteRows(HtmlMarkup page, JsonObject members, HashSet<string> required, string within)
    {
        foreach (var (member, value) in members)
        {
            var schema = value!.AsObject();
            page.Write($"""<tr><th scope="row"><code>{within}{member}</code>{(required.Contains(member) ? " required" : "")}</th><td>""");
            SchemaType.WriteType(page, schema);
            page.Write($"</td><td>");
            WriteMeaning(page, schema);
            page.WriteLine($"</td></tr>");
            var inner = schema["items"] is JsonObject item && DescribedSurface.SchemaNameOf(item) is null ? item : schema;
            if (inner["properties"] is JsonObject innerMembers && DescribedSurface.SchemaNameOf(inner) is null)
            {
                var needed = (inner["required"] as JsonArray ?? []).Select(name => (string)name!).ToHashSet(StringComparer.Ordinal);
                WriteRows(page, innerMembers, needed, $"{within}{member}{(inner == schema ? "" : "[]")}.");
            }
        }
    }

    private void WriteMeaning(HtmlMarkup page, JsonObject schema)
    {
        var known = surface.Resolve(schema);
        if ((string?)known["description"] is { } description)
        {
            MarkdownText.WriteLine(page, description);
        }

        // What has a name says its limits there; those of the items of a list are said with it.
        if (DescribedSurface.SchemaNameOf(schema) is null)
        {
            WriteLimits(page, schema, "");
            if (schema["items"] is JsonObject items && DescribedSurface.SchemaNameOf(items) is null)
            {
                WriteLimits(page, items, "each ");
            }
        }
    }

    private static void WriteLimits(HtmlMarkup page, JsonObject schema, string of)
    {
        if (HasLimits(schema))
        {
            page.Write($" <span class=\"limits\">{of}");
            SchemaType.WriteLimits(page, schema);
            page.Write($"</span>");
        }
    }

    private static bool HasLimits(JsonObject schema)
    {
        var written = new HtmlMarkup();
        SchemaType.WriteLimits(written, schema);
        return written.ToUtf8().Length > 0;
    }
}
