using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newswire.Importing;

namespace Newswire.Tests.Importing;

/// <summary>Items as text that people can compare: an article by all that would be sent of it.</summary>
internal static class ItemText
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(IEnumerable<ImportedItem> items)
    {
        var text = new StringBuilder();
        foreach (var item in items)
        {
            text.Append("# ").Append(item.Place).Append('\n');
            text.Append(item switch
            {
                ImportedItem.Article article => $"{string.Concat(article.Losses.Select(loss => $"loss: {loss}\n"))}{article.Id}\n{Pretty(article.Json.Span)}",
                ImportedItem.Withdrawal withdrawal => $"withdrawn: {withdrawal.Id}, through version {withdrawal.Version?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "any"}",
                ImportedItem.LeftOut left => $"left out: {left.Reason}",
                _ => throw new ArgumentException("An item nobody knows.", nameof(items)),
            }).Append("\n\n");
        }

        return text.ToString();
    }

    private static string Pretty(ReadOnlySpan<byte> json) =>
        JsonNode.Parse(json)!.ToJsonString(Readable).ReplaceLineEndings("\n");
}
