using System.Globalization;
using System.Text;

namespace Newswire.Articles.Html;

/// <summary>The attributes a published element may keep, checked and written as markup.</summary>
internal static class BodyAttributes
{
    private const int MaxSpan = 1000;
    private const int MaxTextLength = 1024;

    /// <summary>The kept attributes with a space before each.</summary>
    /// <param name="name">The element as published, which may differ from its name in the source.</param>
    /// <param name="source">The element as found.</param>
    /// <param name="baseUrl">Where relative addresses start.</param>
    public static string Of(string name, HtmlElement source, Uri baseUrl)
    {
        var written = new StringBuilder();
        Add(written, "lang", IsLanguage(source["lang"]) ? source["lang"] : null);
        Add(written, "dir", source["dir"]?.Trim().ToLowerInvariant() is ("rtl" or "ltr" or "auto") and var dir ? dir : null);
        switch (name)
        {
            case "a":
                Add(written, "href", WebAddress.ResolveLink(source["href"], baseUrl));
                Add(written, "title", Text(source["title"]));
                Add(written, "rel", Text(source["rel"]));
                break;
            case "abbr":
                Add(written, "title", Text(source["title"]));
                break;
            case "time":
                Add(written, "datetime", Text(source["datetime"]));
                break;
            case "ol":
                Add(written, "start", Number(source["start"], int.MaxValue));
                Add(written, "reversed", source["reversed"] is null ? null : "reversed");
                break;
            case "td" or "th":
                Add(written, "colspan", Number(source["colspan"], MaxSpan));
                Add(written, "rowspan", Number(source["rowspan"], MaxSpan));
                Add(written, "scope", source["scope"] is "row" or "col" or "rowgroup" or "colgroup" ? source["scope"] : null);
                break;
        }

        return written.ToString();
    }

    /// <summary>Writes one attribute; nothing if the value is null.</summary>
    public static void Add(StringBuilder to, string name, string? value)
    {
        if (value is not null)
        {
            // The sanitizer takes "&{" for the script inclusion of a browser long dead and drops the attribute.
            to.Append(' ').Append(name).Append("=\"");
            AppendText(to, value.Replace("&{", "& {", StringComparison.Ordinal));
            to.Append('"');
        }
    }

    /// <summary>Writes text so that it is text in content and in a quoted attribute.</summary>
    public static void AppendText(StringBuilder to, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny("&<>\"") is >= 0 and var at)
        {
            to.Append(text[..at]).Append(text[at] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => "&quot;" });
            text = text[(at + 1)..];
        }

        to.Append(text);
    }

    private static string? Text(string? value)
    {
        var line = PlainText.OneLine(value ?? "");
        return line.Length is 0 or > MaxTextLength ? null : line;
    }

    private static string? Number(string? value, int max) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= max
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    private static bool IsLanguage(string? value) =>
        value is { Length: >= 2 and <= 35 } && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
