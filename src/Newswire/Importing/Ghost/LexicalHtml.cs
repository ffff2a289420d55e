using System.Globalization;
using System.Text;
using System.Text.Json;
using Newswire.Importing.Json;

namespace Newswire.Importing.Ghost;

/// <summary>
/// Writes what Ghost's editor keeps (Lexical, with Ghost's cards) as HTML, for posts that Ghost has not rendered. Cards about the site itself, such as a form
/// to sign up, are left out and said.
/// </summary>
internal sealed class LexicalHtml
{
    private const int MaxDepth = 64;

    /// <summary>Bits of <c>format</c>, in the order in which elements are opened.</summary>
    private static readonly (int Bit, string Element)[] Formats =
        [(1, "strong"), (2, "em"), (4, "s"), (8, "u"), (16, "code"), (32, "sub"), (64, "sup")];

    private readonly StringBuilder html = new();
    private readonly HashSet<string> missing = new(StringComparer.Ordinal);

    /// <summary>The body; null when the text is not what the editor writes.</summary>
    /// <param name="lexical">What the editor keeps, JSON.</param>
    /// <param name="losses">Where it is said what is missing.</param>
    public static string? Of(string lexical, List<string> losses)
    {
        try
        {
            using var document = JsonDocument.Parse(lexical, new JsonDocumentOptions { MaxDepth = MaxDepth });
            if (!LenientJson.TryMember(document.RootElement, "root", out var root))
            {
                return null;
            }

            var writer = new LexicalHtml();
            writer.Children(root);
            losses.AddRange(writer.missing.Order(StringComparer.Ordinal).Select(card => $"The card '{card}' is missing."));
            return writer.html.ToString();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Children(JsonElement node)
    {
        if (LenientJson.TryMember(node, "children", out var children) && children.ValueKind == JsonValueKind.Array)
        {
            foreach (var child in children.EnumerateArray())
            {
                Node(child);
            }
        }
    }

    private void Node(JsonElement node)
    {
        switch (LenientJson.Text(node, "type"))
        {
            case "paragraph":
                Within("p", node);
                break;
            case "heading" or "extended-heading":
                Within(LenientJson.Text(node, "tag") is { } tag && tag is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" ? LenientJson.Text(node, "tag")! : "h2", node);
                break;
            case "quote" or "extended-quote" or "aside":
                Within("blockquote", node);
                break;
            case "list":
                Within(LenientJson.Text(node, "listType") == "number" ? "ol" : "ul", node);
                break;
            case "listitem":
                Within("li", node);
                break;
            case "text" or "extended-text":
                Text(node);
                break;
            case "linebreak":
                html.Append("<br>");
                break;
            case "link":
                html.Append(CultureInfo.InvariantCulture, $"<a href=\"{Encoded(node, "url")}\">");
                Children(node);
                html.Append("</a>");
                break;
            case "horizontalrule":
                html.Append("<hr>");
                break;
            default:
                Card(node, LenientJson.Text(node, "type") ?? "without a name");
                break;
        }
    }

    private void Card(JsonElement card, string type)
    {
        switch (type)
        {
            case "image":
                Picture(card);
                break;
            case "gallery" when LenientJson.TryMember(card, "images", out var images) && images.ValueKind == JsonValueKind.Array:
                foreach (var image in images.EnumerateArray())
                {
                    Picture(image);
                }

                break;
            case "html":
                html.Append(LenientJson.Text(card, "html"));
                break;
            case "embed" when LenientJson.Text(card, "url") is not null:
                Link(card, "url", LenientJson.Text(card, "url"));
                break;
            case "bookmark":
                LenientJson.TryMember(card, "metadata", out var metadata);
                Link(card, "url", LenientJson.Text(metadata, "title"));
                break;
            case "button":
                Link(card, "buttonUrl", LenientJson.Text(card, "buttonText"));
                break;
            case "file" or "audio" or "video":
                Link(card, "src", LenientJson.Text(card, "fileTitle") ?? LenientJson.Text(card, "title") ?? LenientJson.Text(card, "fileName"));
                break;
            case "codeblock":
                html.Append("<pre><code>").Append(Encoded(card, "code")).Append("</code></pre>");
                break;
            case "callout":
                html.Append("<blockquote>").Append(LenientJson.Text(card, "calloutText")).Append("</blockquote>");
                break;
            case "toggle":
                html.Append("<h4>").Append(LenientJson.Text(card, "heading")).Append("</h4>").Append(LenientJson.Text(card, "content"));
                break;
            case "paywall":
                break;
            default:
                missing.Add(type);
                break;
        }
    }

    private void Within(string element, JsonElement node)
    {
        html.Append('<').Append(element).Append('>');
        Children(node);
        html.Append("</").Append(element).Append('>');
    }

    private void Text(JsonElement node)
    {
        var format = LenientJson.Number(node, "format");
        var open = Formats.Where(known => (format & known.Bit) != 0).Select(known => known.Element).ToList();
        open.ForEach(element => html.Append('<').Append(element).Append('>'));
        html.Append(LenientJson.TryMember(node, "text", out var text) && text.ValueKind == JsonValueKind.String ? Markup.Of(Newswire.Json.JsonText.Read(text)) : "");
        open.AsEnumerable().Reverse().ToList().ForEach(element => html.Append("</").Append(element).Append('>'));
    }

    private void Picture(JsonElement image)
    {
        if (LenientJson.Text(image, "src") is null)
        {
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<figure><img src=\"{Encoded(image, "src")}\" alt=\"{Encoded(image, "alt")}\">");
        if (LenientJson.Text(image, "caption") is { } caption)
        {
            html.Append("<figcaption>").Append(caption).Append("</figcaption>");
        }

        html.Append("</figure>");
    }

    private void Link(JsonElement card, string address, string? text)
    {
        if (LenientJson.Text(card, address) is { } url)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{Markup.Of(url)}\">{Markup.Of(text ?? url)}</a></p>");
        }
    }

    private static string? Encoded(JsonElement node, string name) => Markup.Of(LenientJson.Text(node, name));
}
